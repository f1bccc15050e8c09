import { connect, type Socket } from 'node:net';

/** A response as it came over the wire. */
export interface RawResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

/** A connection on which a test writes what no HTTP client would. */
export class RawConnection {
  private received = '';
  private readonly socket: Socket;
  /** Resolves when the other side, or this one, has closed it. */
  readonly closed: Promise<void>;

  private constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.socket.setEncoding('latin1').on('data', (text: string) => (this.received += text));
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => this.socket.once('close', () => resolve()));
  }

  static async open(url: string): Promise<RawConnection> {
    const connection = new RawConnection(url);
    await new Promise((resolve) => connection.socket.once('connect', resolve));
    return connection;
  }

  write(text: string | Buffer): this {
    this.socket.write(text);
    return this;
  }

  /** Says that nothing more is sent. */
  end(): this {
    this.socket.end();
    return this;
  }

  destroy(): void {
    this.socket.destroy();
  }

  /** Breaks off, as a client does that crashes. */
  reset(): void {
    this.socket.resetAndDestroy();
  }

  /** The next response, once it is whole. @throws Error where the connection ends before. */
  async next(): Promise<RawResponse> {
    for (;;) {
      const response = this.take();
      if (response) return response;
      if (this.socket.destroyed) throw new Error(`The connection ended after ${JSON.stringify(this.received)}`);
      await new Promise<void>((resolve) => {
        const done = (): void => {
          this.socket.off('data', done).off('close', done);
          resolve();
        };
        this.socket.on('data', done).on('close', done);
      });
    }
  }

  private take(): RawResponse | undefined {
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const [statusLine = '', ...lines] = this.received.slice(0, end).split('\r\n');
    const headers = new Map(lines.map((line) => line.split(/: ?(.*)/s, 2) as [string, string]));
    for (const [name, value] of [...headers]) headers.set(name.toLowerCase(), value);
    const from = end + 4;
    const length = Number(headers.get('content-length') ?? 0);
    if (this.received.length < from + length) return undefined;
    const text = this.received.slice(from, from + length);
    this.received = this.received.slice(from + length);
    return { status: Number(statusLine.split(' ')[1]), headers, text };
  }
}

import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string[];
  /** The message as received, with its transfer encoding decoded. */
  readonly text: string;
}

/** A mail server that stores the mails it receives. */
export class SmtpInbox {
  readonly mails: ReceivedMail[] = [];
  private readonly arrivals = new Set<() => void>();
  private server: SMTPServer | undefined;
  private port = 0;

  static async start(): Promise<SmtpInbox> {
    const inbox = new SmtpInbox();
    await inbox.open();
    return inbox;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Listens; after `close`, on the same port as before. */
  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const text = decodeQuotedPrintable(Buffer.concat(chunks).toString());
          this.mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
          for (const arrived of this.arrivals) arrived();
          done();
        });
      },
    });
    server.listen(this.port, '127.0.0.1');
    await once(server.server, 'listening');
    this.port = (server.server.address() as { port: number }).port;
    this.server = server;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server!.close(() => resolve()));
  }

  /** Waits for the next mail to `address`, after the first `seen` mails to it. */
  async next(address: string, seen = 0): Promise<ReceivedMail> {
    for (;;) {
      const mail = this.mails.filter(({ to }) => to.includes(address))[seen];
      if (mail) return mail;
      await new Promise<void>((resolve) => {
        const arrived = (): void => {
          this.arrivals.delete(arrived);
          resolve();
        };
        this.arrivals.add(arrived);
      });
    }
  }

  /** The confirmation code in the next mail to `address`. */
  async nextCode(address: string, seen = 0): Promise<string> {
    return codeIn(await this.next(address, seen));
  }
}

export function codeIn({ text }: ReceivedMail): string {
  return /^ {4}([A-Za-z0-9]{8})\r?$/m.exec(text)![1]!;
}

function decodeQuotedPrintable(text: string): string {
  return text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

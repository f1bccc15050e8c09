import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A TCP proxy between an instance and its database that can stop passing data, as a broken network does. */
export class CuttableProxy {
  private readonly pairs = new Set<[Socket, Socket]>();
  private readonly startups = new Map<Socket, string>();
  private silent = false;
  private silentApplication: string | undefined;

  private constructor(
    private readonly server: Server,
    /** The database's URL, through the proxy. */
    readonly url: string,
  ) {}

  static async start(databaseUrl: string): Promise<CuttableProxy> {
    const target = new URL(databaseUrl);
    const server = createServer({ pauseOnConnect: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(databaseUrl);
    url.hostname = '127.0.0.1';
    url.port = String((server.address() as AddressInfo).port);
    const proxy = new CuttableProxy(server, url.href);
    server.on('connection', (socket) => proxy.join(socket, connect(Number(target.port), target.hostname)));
    return proxy;
  }

  /** Stops passing data in both directions, on new connections too. No connection is closed. */
  block(): void {
    this.silent = true;
    for (const pair of this.pairs) for (const socket of pair) socket.pause();
  }

  /** Stops passing data on the connections that are open now. New ones pass. */
  blockOpenConnections(): void {
    this.block();
    this.silent = false;
  }

  /** Nothing passes any more on the connections of this `application_name`, new ones included; the others go on. */
  blockApplication(name: string): void {
    this.silentApplication = name;
    for (const pair of this.pairs) if (this.isSilent(pair[0])) for (const socket of pair) socket.pause();
  }

  /** Everything passes again, and what was held up arrives. */
  unblock(): void {
    this.silent = false;
    this.silentApplication = undefined;
    for (const pair of this.pairs) for (const socket of pair) socket.resume();
  }

  async close(): Promise<void> {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
    });
  }

  private join(client: Socket, database: Socket): void {
    const pair: [Socket, Socket] = [client, database];
    this.pairs.add(pair);
    // Who connects says first which application it is (PostgreSQL, section "Message Formats", StartupMessage).
    client.once('data', (startup) => {
      this.startups.set(client, startup.toString('latin1'));
      if (this.isSilent(client)) database.pause();
    });
    for (const [from, to] of [pair, [database, client]] as const) {
      from.on('error', () => undefined);
      from.on('data', (chunk) => to.write(chunk));
      from.on('close', () => to.destroy());
      if (this.silent) from.pause();
      else from.resume();
    }
  }

  private isSilent(client: Socket): boolean {
    const startup = this.startups.get(client);
    return this.silentApplication !== undefined && startup?.includes(`\0${this.silentApplication}\0`) === true;
  }
}

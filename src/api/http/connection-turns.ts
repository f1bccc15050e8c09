import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Rounds } from './rounds.js';

/** A client that sends more requests than these ahead of their responses is taken for an attacker. */
const MANY_AHEAD = 32;
/** After such a client, every connection is read with care for so long. */
const CARE_MS = 60_000;
/** What is read at once with care, in bytes: a few requests. */
const SLICE_BYTES = 1_024;
/** How many requests that waited begin in one round of the event loop. */
const BEGUN_IN_A_ROUND = 4;

/** A request and its response. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Whether it is being handled, and does not wait for earlier ones. */
  hasBegun: boolean;
}

/** One connection, whose requests are handled one after another. */
class Connection {
  /** The exchange whose request was read last; undefined once it is over. */
  last: Exchange | undefined;
  private readonly waiting: (() => void)[] = [];
  private busy = false;
  private careful = false;

  constructor(
    private readonly socket: Socket,
    private readonly rounds: Rounds,
  ) {}

  /** @returns how many wait now. */
  take(turn: () => void): number {
    if (this.busy) {
      this.waiting.push(turn);
      this.readWithCare();
    } else {
      this.busy = true;
      turn();
    }
    return this.waiting.length;
  }

  endTurn(): void {
    const turn = this.socket.destroyed ? undefined : this.waiting.shift();
    if (turn) this.rounds.add(turn);
    else this.busy = false;
    // No request waits any more, so reading goes on: the last one may need the rest of its body.
    if (this.careful && this.waiting.length === 0) this.rounds.add(this.read);
  }

  /**
   * Reads in small slices from now on, and only while no request waits. Node itself reads 64 KB at once and makes an
   * object of each request in them.
   */
  readWithCare(): void {
    if (this.careful) return;
    this.careful = true;
    this.socket.on('readable', this.read);
  }

  private readonly read = (): void => {
    const { socket } = this;
    while (this.waiting.length === 0 && socket.read(Math.min(SLICE_BYTES, socket.readableLength)) !== null);
  };
}

/**
 * Handles the requests of a connection one after another, and reads no further while any wait: a client that pipelines
 * (RFC 9112, section 9.3.2) without end, or without reading, costs the others nothing.
 *
 * To read with care is slower. So it begins where it is needed: with a connection once it pipelines, and with all of
 * them once one has sent too many ahead.
 */
export class ConnectionTurns {
  private readonly rounds = new Rounds(BEGUN_IN_A_ROUND);
  private readonly connections = new Map<Socket, Connection>();
  private care: NodeJS.Timeout | undefined;

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => this.open(socket));
  }

  /** Calls `handle` as soon as the responses to the earlier requests of its connection are through. */
  handle(request: IncomingMessage, response: ServerResponse, handle: () => void): void {
    const connection = this.connections.get(request.socket);
    if (!connection) return;
    const exchange: Exchange = { request, response, hasBegun: false };
    connection.last = exchange;
    response.once('close', () => {
      // A body that nobody waited for may still be on its way.
      if (connection.last === exchange && request.complete) connection.last = undefined;
      connection.endTurn();
    });
    const begin = (): void => {
      exchange.hasBegun = true;
      handle();
    };
    if (connection.take(begin) > MANY_AHEAD) this.takeCare();
  }

  /** The request that was read last, unless it is over. */
  lastOf(socket: Socket): Exchange | undefined {
    return this.connections.get(socket)?.last;
  }

  private open(socket: Socket): void {
    const connection = new Connection(socket, this.rounds);
    this.connections.set(socket, connection);
    socket.once('close', () => this.connections.delete(socket));
    if (this.care) return connection.readWithCare();
    // New connections are read one after another: when the first of an attack is noticed, the others are not read yet.
    socket.pause();
    this.rounds.add(() => socket.resume());
  }

  private takeCare(): void {
    if (this.care) return void this.care.refresh();
    this.care = setTimeout(() => (this.care = undefined), CARE_MS).unref();
    for (const connection of this.connections.values()) connection.readWithCare();
  }
}

import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../common/network.js';
import { AppError } from '../../common/app-error.js';
import { Config } from '../../config/config.js';
import { RevocationFeed } from '../../tokens/revocation-feed.js';
import { RevocationStream } from './revocation-stream.js';

/** Anyone may open streams, so their number is limited, and that of one network more so. */
const MAX_STREAMS = 1_000;
const MAX_STREAMS_OF_NETWORK = 100;
const KEEP_ALIVE_MS = 2_000;

/** Who follows revocations and suspensions at the moment (server-sent events, HTML Standard, section 9.2). */
@Injectable()
export class RevocationBroadcaster implements BeforeApplicationShutdown {
  /** Each with the network that it goes to. */
  private readonly streams = new Map<RevocationStream, string>();
  private stopping = false;

  constructor(
    private readonly feed: RevocationFeed,
    private readonly config: Config,
  ) {}

  /** Responds with a stream that ends when the client leaves, reads too slowly, or the service stops. */
  async open(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const network = networkOf(request.ip);
    if (this.stopping || !this.hasRoomFor(network) || !this.feed.isFresh()) throw noStream();
    const lastEventId = String(request.headers['last-event-id'] ?? '');
    const stream = new RevocationStream(reply, this.config.publicUrl);
    if (request.method === 'HEAD') return stream.end();
    this.streams.set(stream, network);
    let close = (): void => undefined;
    let isOpen = true;
    reply.raw.once('close', () => {
      isOpen = false;
      close();
      this.streams.delete(stream);
    });
    await this.feed.catchUpWith(lastEventId);
    if (isOpen) close = this.begin(stream, lastEventId);
  }

  /** Before the server waits for its connections to end. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
    for (const stream of this.streams.keys()) stream.end();
  }

  private hasRoomFor(network: string): boolean {
    const ofNetwork = [...this.streams.values()].filter((other) => other === network).length;
    return this.streams.size < MAX_STREAMS && ofNetwork < MAX_STREAMS_OF_NETWORK;
  }

  /** In one go, so that nothing happens in between that is told neither before nor after. @returns what ends it. */
  private begin(stream: RevocationStream, lastEventId: string): () => void {
    if (lastEventId !== '' && !this.feed.tellSince(lastEventId, stream)) stream.reset();
    const unsubscribe = this.feed.subscribe(stream);
    const timer = setInterval(() => this.keepAlive(stream), KEEP_ALIVE_MS);
    this.keepAlive(stream);
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  }

  /** Silence tells the client that its state may be old. So nothing is sent while the state here may be old. */
  private keepAlive(stream: RevocationStream): void {
    if (this.feed.isFresh()) stream.checkpoint(this.feed.position());
  }
}

function noStream(): AppError {
  return new AppError('unavailable', 'There is no stream at the moment', { details: { retryAfterSeconds: 1 } });
}

import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AuthenticatedRequest } from '../../auth/authenticated-request.js';
import { networkOf } from '../../common/network.js';
import { AppError } from '../../common/app-error.js';
import { Config } from '../../config/config.js';
import { RevocationFeed } from '../../tokens/revocation-feed.js';
import { RevocationStream } from './revocation-stream.js';
import { StreamPlaces } from './stream-places.js';

const KEEP_ALIVE_MS = 2_000;

/** Who follows revocations and suspensions at the moment (server-sent events, HTML Standard, section 9.2). */
@Injectable()
export class RevocationBroadcaster implements BeforeApplicationShutdown {
  private readonly streams = new Set<RevocationStream>();
  /** Anyone may open streams, so their number is limited, and that of one network more so. */
  private readonly anonymous = new StreamPlaces({ all: 1_000, each: 100 });
  /** Whoever sends credentials has a place that strangers cannot take: a verifier may depend on it. */
  private readonly authenticated = new StreamPlaces({ all: 1_000, each: 500 });
  private stopping = false;

  constructor(
    private readonly feed: RevocationFeed,
    private readonly config: Config,
  ) {}

  /** Responds with a stream that ends when the client leaves, reads too slowly, or the service stops. */
  async open(request: AuthenticatedRequest, reply: FastifyReply): Promise<void> {
    const { ip, user, method, headers } = request;
    const [places, holder] = user ? [this.authenticated, String(user.userId)] : [this.anonymous, networkOf(ip)];
    if (this.stopping || !places.hasRoomFor(holder) || !this.feed.isFresh()) throw noStream();
    const lastEventId = String(headers['last-event-id'] ?? '');
    const stream = new RevocationStream(reply, this.config.publicUrl);
    if (method === 'HEAD') return stream.end();
    const leave = places.take(holder);
    this.streams.add(stream);
    let close = (): void => undefined;
    let isOpen = true;
    reply.raw.once('close', () => {
      isOpen = false;
      close();
      this.streams.delete(stream);
      leave();
    });
    await this.feed.catchUpWith(lastEventId);
    if (isOpen) close = this.begin(stream, lastEventId);
  }

  /** Before the server waits for its connections to end. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
    for (const stream of this.streams) stream.end();
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

import type { OutgoingHttpHeaders } from 'node:http';
import { performance } from 'node:perf_hooks';
import { referenceOfIndex } from '@tessera-auth/verifier/protocol/status-list-reference';
import type { FastifyReply } from 'fastify';
import type { RevocationListener } from '../../tokens/revocation-feed.js';

/** A client that leaves so much unread is cut off, and goes on later from its last event. */
const MAX_UNREAD_BYTES = 256 * 1024;
const MAX_PLACES = 10_000;

const EVENTS = {
  revoked: { event: 'revoked', more: {} },
  /** As an event `revoked`, so that a reader who knows no suspension refuses them too. */
  suspended: { event: 'revoked', more: { suspended: true } },
  restored: { event: 'restored', more: {} },
} as const;
type Kind = keyof typeof EVENTS;

/** What many clients are told is written once. */
const TEXTS: Readonly<Record<Kind, WeakMap<readonly number[], string>>> = {
  revoked: new WeakMap(),
  suspended: new WeakMap(),
  restored: new WeakMap(),
};

/** One client's stream. */
export class RevocationStream implements RevocationListener {
  constructor(
    private readonly reply: FastifyReply,
    private readonly issuer: string,
  ) {
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as OutgoingHttpHeaders),
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // nginx would hold events back to fill a buffer.
      'x-accel-buffering': 'no',
      connection: 'close',
    });
    // Now, not with the first event: the client is to know that it is heard.
    reply.raw.flushHeaders();
  }

  revoked(idxs: readonly number[]): void {
    this.tell('revoked', idxs);
  }

  suspended(idxs: readonly number[]): void {
    this.tell('suspended', idxs);
  }

  restored(idxs: readonly number[]): void {
    this.tell('restored', idxs);
  }

  keyRevoked(kid: string): void {
    this.write(`event: key_revoked\ndata: ${JSON.stringify({ kid })}\n\n`);
  }

  reset(): void {
    this.write('event: reset\ndata: {}\n\n');
  }

  /**
   * Sends an id without an event: the client stores it to resume from, and its application sees nothing. The comment
   * has the milliseconds of this process, by which the client notices what was held up on the way.
   */
  checkpoint(position: string): void {
    this.write(`: alive ${Math.floor(performance.now())}\nid: ${position}\n\n`);
  }

  end(): void {
    // Not left to a client that may have stopped to read.
    this.reply.raw.end(() => this.reply.raw.destroy());
  }

  private tell(kind: Kind, idxs: readonly number[]): void {
    if (idxs.length > MAX_PLACES) return this.reset();
    const texts = TEXTS[kind];
    const text = texts.get(idxs) ?? eventsOf(kind, this.issuer, idxs);
    texts.set(idxs, text);
    if (text !== '') this.write(text);
  }

  private write(text: string): void {
    const { raw } = this.reply;
    if (raw.destroyed || raw.writableEnded) return;
    if (raw.writableLength > MAX_UNREAD_BYTES) raw.destroy();
    else raw.write(text);
  }
}

/**
 * One event for each list. It has no id: a client that resumes from an id must have received everything before it, and
 * only `checkpoint` says so.
 */
function eventsOf(kind: Kind, issuer: string, idxs: readonly number[]): string {
  const { event, more } = EVENTS[kind];
  const lists = new Map<string, number[]>();
  for (const number of idxs) {
    const { uri, idx } = referenceOfIndex(issuer, number);
    const list = lists.get(uri);
    if (list) list.push(idx);
    else lists.set(uri, [idx]);
  }
  const texts = [...lists].map(([uri, idx]) => `event: ${event}\ndata: ${JSON.stringify({ uri, idx, ...more })}\n\n`);
  return texts.join('');
}

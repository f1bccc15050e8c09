import { setTimeout as delay } from 'node:timers/promises';
import type { IssuerClient } from './issuer-client.js';
import { monotonicClock } from './monotonic-clock.js';
import { ServerSentEvents, type ServerSentEvent } from './server-sent-events.js';

export interface StreamListener {
  /** From here on everything is heard; what was before is not known. */
  begun(): void;
  revoked(uri: string, idxs: readonly number[]): void;
  suspended(uri: string, idxs: readonly number[]): void;
  restored(uri: string, idxs: readonly number[]): void;
  keyRevoked(kid: string): void;
  /** Everything was heard that the issuer knew at `sentAt`, in monotonic milliseconds of this process. */
  alive(sentAt: number): void;
}

/** The issuer gives a sign of life every 2 seconds. */
const SILENCE_MS = 8_000;
const MIN_PAUSE_MS = 100;
const MAX_PAUSE_MS = 5_000;

/** Follows the issuer's stream of revocations, and goes on where it was cut. */
export class RevocationStream {
  private lastEventId = '';
  /** The smallest difference yet between the issuer's milliseconds and ours: what exceeds it was held up on the way. */
  private offset = Infinity;
  private pauseMs = MIN_PAUSE_MS;

  constructor(
    private readonly client: IssuerClient,
    private readonly stopped: AbortSignal,
    private readonly listener: StreamListener,
  ) {}

  async followForever(): Promise<void> {
    while (!this.stopped.aborted) {
      await this.follow().catch(() => undefined);
      await delay(this.pauseMs * (0.5 + Math.random()), undefined, { signal: this.stopped, ref: false }).catch(
        () => undefined,
      );
      this.pauseMs = Math.min(2 * this.pauseMs, MAX_PAUSE_MS);
    }
  }

  private async follow(): Promise<void> {
    const cut = new AbortController();
    const abort = (): void => cut.abort();
    const watch = setTimeout(abort, SILENCE_MS).unref();
    this.stopped.addEventListener('abort', abort);
    try {
      const headers = this.lastEventId ? { 'last-event-id': this.lastEventId } : undefined;
      const body = await this.client.openStream('/revocations/events', { ...headers }, cut.signal);
      if (!headers) this.listener.begun();
      this.offset = Infinity;
      const events = new ServerSentEvents();
      const decoder = new TextDecoder();
      const reader = body.getReader();
      // Not left to fetch, which in Node 20 forgets the signal of an answer that has begun.
      cut.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        watch.refresh();
        for (const event of events.add(decoder.decode(read.value, { stream: true }))) this.take(event);
      }
    } finally {
      clearTimeout(watch);
      this.stopped.removeEventListener('abort', abort);
    }
  }

  private take({ event, data, id, comment }: ServerSentEvent): void {
    if (event === 'reset') this.listener.begun();
    if (event === 'revoked') {
      const { uri, idx, suspended } = JSON.parse(data) as { uri: string; idx: number[]; suspended?: boolean };
      if (suspended) this.listener.suspended(uri, idx);
      else this.listener.revoked(uri, idx);
    }
    if (event === 'restored') {
      const { uri, idx } = JSON.parse(data) as { uri: string; idx: number[] };
      this.listener.restored(uri, idx);
    }
    if (event === 'key_revoked') this.listener.keyRevoked((JSON.parse(data) as { kid: string }).kid);
    if (id === '') return;
    this.lastEventId = id;
    this.pauseMs = MIN_PAUSE_MS;
    const difference = monotonicClock.now() - Number(comment.replace('alive ', ''));
    if (Number.isNaN(difference)) return;
    this.offset = Math.min(this.offset, difference);
    this.listener.alive(monotonicClock.now() - (difference - this.offset));
  }
}

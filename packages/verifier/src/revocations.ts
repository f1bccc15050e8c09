import { setTimeout as delay } from 'node:timers/promises';
import type { IssuerClient } from './issuer-client.js';
import type { KeySet } from './key-set.js';
import { monotonicClock } from './monotonic-clock.js';
import { isStatusListUri } from './protocol/status-list-reference.js';
import { RevocationStream } from './revocation-stream.js';
import { ISSUER_LAG_MS, StatusList } from './status-list.js';
import { VerificationError } from './verification-error.js';

/** Even while the stream is heard the lists and keys are asked for, in case it was mistaken. */
const MAX_POLL_MS = 60_000;

/** Something that the issuer publishes, and whose changes the stream tells. */
interface Published {
  /** Monotonic milliseconds at which the last good request for it began. */
  readonly fetchedAt: number;
  fetch(): Promise<void>;
}

/**
 * Which tokens are revoked or suspended, which keys are revoked, and how far that is known: by the stream, and by polling
 * where there is none.
 */
export class Revocations {
  private readonly lists = new Map<string, StatusList>();
  private readonly stream: RevocationStream;
  /** What was lacking when the stream began it never tells: only what was fetched after this counts on the stream. */
  private coverFrom = Infinity;
  private heardAt = -Infinity;

  constructor(
    private readonly client: IssuerClient,
    private readonly keys: KeySet,
    private readonly maxStalenessMs: number,
    private readonly now: () => number,
    private readonly stopped: AbortSignal,
  ) {
    this.stream = new RevocationStream(client, stopped, {
      begun: () => (this.coverFrom = monotonicClock.now() + ISSUER_LAG_MS),
      revoked: (uri, idxs) => this.list(uri)?.revoke(idxs),
      suspended: (uri, idxs) => this.list(uri)?.suspend(idxs),
      restored: (uri, idxs) => this.list(uri)?.restore(idxs),
      keyRevoked: (kid) => this.onKeyRevoked(kid),
      alive: (sentAt) => (this.heardAt = sentAt),
    });
  }

  start(): void {
    void this.stream.followForever();
    void this.pollForever();
  }

  /**
   * Asks for the list of this address where it does not count yet, or not any more.
   * @throws VerificationError `unavailable`; `token_invalid` where the issuer has no such list.
   */
  async load(uri: string): Promise<void> {
    const list = this.list(uri);
    if (!list || list.isLoaded) return;
    try {
      await list.fetch();
    } catch (error) {
      // However many lists a forger names, none is kept that does not exist.
      if (error instanceof VerificationError && error.code === 'token_invalid') this.lists.delete(uri);
      throw error;
    }
  }

  /** The list of this address if it counts. */
  get(uri: string): StatusList | undefined {
    const list = this.lists.get(uri);
    return list?.isLoaded ? list : undefined;
  }

  /** Whether the token in this place is known to be revoked or suspended, by whatever list there ever was. */
  isKnownRefused(uri: string, idx: number): boolean {
    return this.lists.get(uri)?.isRefused(idx) === true;
  }

  /** Whether all is known that happened to keys, and to tokens in `list`, longer than `maxStaleness` ago. */
  isFresh(list: StatusList): boolean {
    return monotonicClock.now() - Math.min(this.knownAt(list), this.knownAt(this.keys)) <= this.maxStalenessMs;
  }

  private knownAt({ fetchedAt }: Published): number {
    return (fetchedAt >= this.coverFrom ? Math.max(fetchedAt, this.heardAt) : fetchedAt) - ISSUER_LAG_MS;
  }

  private onKeyRevoked(kid: string): void {
    this.keys.revoke(kid);
    // Another one signs by now, perhaps one that was published a moment ago.
    this.keys.fetch().catch(() => undefined);
  }

  /** @returns undefined for what is no list of the issuer. */
  private list(uri: string): StatusList | undefined {
    const known = this.lists.get(uri);
    if (known) return known;
    if (!isStatusListUri(uri, this.client.issuer)) return undefined;
    const list = new StatusList(uri, this.client, this.keys, this.now);
    this.lists.set(uri, list);
    return list;
  }

  private async pollForever(): Promise<void> {
    const pauseMs = Math.min(500, this.maxStalenessMs / 8);
    while (!this.stopped.aborted) {
      const due = [this.keys, ...this.lists.values()].filter((published) => this.isDue(published));
      // None waits for another, or for its own last request, which it shares.
      for (const published of due) published.fetch().catch(() => undefined);
      await delay(pauseMs, undefined, { signal: this.stopped, ref: false }).catch(() => undefined);
    }
  }

  private isDue(published: Published): boolean {
    const { fetchedAt } = published;
    if (fetchedAt === -Infinity) return false;
    const now = monotonicClock.now();
    const uncovered = fetchedAt < this.coverFrom && now >= this.coverFrom;
    const isOld = now - this.knownAt(published) > this.maxStalenessMs / 2;
    return uncovered || isOld || now - fetchedAt > MAX_POLL_MS;
  }
}

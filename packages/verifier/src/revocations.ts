import { setTimeout as delay } from 'node:timers/promises';
import type { IssuerClient } from './issuer-client.js';
import type { KeySet } from './key-set.js';
import { monotonicClock } from './monotonic-clock.js';
import { isStatusListUri } from './protocol/status-list-reference.js';
import { RevocationStream } from './revocation-stream.js';
import { StatusList } from './status-list.js';

/** What an instance of the issuer says may lack what others did in the last second. */
const ISSUER_LAG_MS = 1_000;
/** Even while the stream is heard the lists are asked for, in case it was mistaken. */
const MAX_POLL_MS = 60_000;

/** Which tokens are revoked, and how far that is known: by the stream, and by polling where there is none. */
export class Revocations {
  private readonly lists = new Map<string, StatusList>();
  private readonly stream: RevocationStream;
  /** What a list lacked when the stream began it never hears: only lists asked for after this count on the stream. */
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
      alive: (sentAt) => (this.heardAt = sentAt),
    });
  }

  start(): void {
    void this.stream.followForever();
    void this.pollForever();
  }

  /** The list of this address, asked for where it is new. @throws VerificationError `unavailable`. */
  async load(uri: string): Promise<StatusList | undefined> {
    const list = this.list(uri);
    if (list?.fetchedAt === -Infinity) await list.fetch();
    return list;
  }

  /** The list of this address if it was loaded. */
  get(uri: string): StatusList | undefined {
    const list = this.lists.get(uri);
    return list && list.fetchedAt !== -Infinity ? list : undefined;
  }

  /** Whether everything that was revoked more than `maxStaleness` ago is known of `list`. */
  isFresh(list: StatusList): boolean {
    return this.ageMs(list) <= this.maxStalenessMs;
  }

  private ageMs({ fetchedAt }: StatusList): number {
    const knownAt = fetchedAt >= this.coverFrom ? Math.max(fetchedAt, this.heardAt) : fetchedAt;
    return monotonicClock.now() - knownAt + ISSUER_LAG_MS;
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
      const due = [...this.lists.values()].filter((list) => this.isDue(list));
      await Promise.allSettled([this.keys.refreshIfOld(), ...due.map((list) => list.fetch())]);
      await delay(pauseMs, undefined, { signal: this.stopped, ref: false }).catch(() => undefined);
    }
  }

  private isDue(list: StatusList): boolean {
    const { fetchedAt } = list;
    if (fetchedAt === -Infinity) return false;
    const now = monotonicClock.now();
    const uncovered = fetchedAt < this.coverFrom && now >= this.coverFrom;
    return uncovered || this.ageMs(list) > this.maxStalenessMs / 2 || now - fetchedAt > MAX_POLL_MS;
  }
}

import type { IssuerClient } from './issuer-client.js';
import type { IssuerKey, KeySet } from './key-set.js';
import { monotonicClock } from './monotonic-clock.js';
import { isSignedBy, parseJws } from './protocol/compact-jws.js';
import {
  clearBit,
  decodeStatuses,
  hasBit,
  setBit,
  STATUS_LIST_BYTES,
  STATUS_LIST_TYP,
} from './protocol/status-bits.js';
import { STATUS_LIST_SIZE } from './protocol/status-list-reference.js';
import { tokenInvalid, unavailable } from './verification-error.js';

/** 256 KB of statuses that cannot be compressed, twice in base64, and a signature. */
const MAX_TOKEN_LENGTH = 500_000;
/** What an instance of the issuer says may lack what others did in the last second. */
export const ISSUER_LAG_MS = 1_000;
/** In each byte of statuses, the bits that say INVALID. */
const INVALID_BITS = 0b01010101;

/** What the stream said, which a list may not know yet that was asked for soon after. */
interface HeardChange {
  /** Monotonic milliseconds. */
  readonly heardAt: number;
  readonly idxs: readonly number[];
  readonly suspended: boolean;
}

/** One of the issuer's status lists (IETF Token Status List), and what the stream said of it since. */
export class StatusList {
  /** Monotonic milliseconds at which the last good request for it began. */
  fetchedAt = -Infinity;
  /** How many indexes it had then; a token beyond them was not issued yet. */
  private length = 0;
  private signedBy: IssuerKey | undefined;
  /** Two bits for each token: the lower says that it is revoked, the higher that it is suspended. */
  private statuses = new Uint8Array(STATUS_LIST_BYTES);
  private heard: HeardChange[] = [];
  private etag: string | undefined;
  private goodUntil = 0;
  private fetching: Promise<void> | undefined;

  constructor(
    private readonly uri: string,
    private readonly client: IssuerClient,
    private readonly keys: KeySet,
    private readonly now: () => number,
  ) {}

  /** Whether it was fetched, and the key that signed it was not revoked since. */
  get isLoaded(): boolean {
    return this.signedBy?.isGone === false;
  }

  /** Whether the token is known to be revoked or suspended. */
  isRefused(idx: number): boolean {
    // What is on no list of ours is not known to be good.
    return idx < 0 || idx >= STATUS_LIST_SIZE || hasBit(this.statuses, 2 * idx) || hasBit(this.statuses, 2 * idx + 1);
  }

  /** Whether the list had this index when it was fetched; if not, no token had it then. */
  covers(idx: number): boolean {
    return idx < this.length;
  }

  revoke(idxs: readonly number[]): void {
    for (const idx of idxs) setBit(this.statuses, 2 * idx);
  }

  suspend(idxs: readonly number[]): void {
    this.hear({ heardAt: monotonicClock.now(), idxs, suspended: true });
  }

  /** Ends a suspension; what was revoked stays so. */
  restore(idxs: readonly number[]): void {
    this.hear({ heardAt: monotonicClock.now(), idxs, suspended: false });
  }

  /**
   * All who ask while a request is under way share it.
   * @throws VerificationError `unavailable`; `token_invalid` where the issuer has no such list.
   */
  fetch(): Promise<void> {
    this.fetching ??= this.fetchOnce().finally(() => (this.fetching = undefined));
    return this.fetching;
  }

  private async fetchOnce(): Promise<void> {
    const startedAt = monotonicClock.now();
    const isKnown = this.isLoaded && this.etag !== undefined && this.goodUntil > this.now();
    const response = await this.client.request(this.uri, {
      headers: {
        accept: 'application/statuslist+jwt',
        ...this.client.authorization,
        ...(isKnown && { 'if-none-match': this.etag! }),
      },
    });
    if (response.status === 404) throw tokenInvalid();
    if (response.status !== 304) {
      try {
        await this.read(response.text, startedAt);
      } catch (cause) {
        throw unavailable('The issuer gave a status list that is none', cause);
      }
      this.etag = response.headers.get('etag') ?? undefined;
    }
    this.fetchedAt = startedAt;
  }

  private hear(change: HeardChange): void {
    this.heard.push(change);
    this.apply(change);
  }

  private apply({ idxs, suspended }: HeardChange): void {
    const change = suspended ? setBit : clearBit;
    for (const idx of idxs) change(this.statuses, 2 * idx + 1);
  }

  /**
   * IETF Token Status List, section 8.3. Nothing that was revoked comes back. Of suspensions the list decides, but for
   * what was heard since the moment up to which it is complete.
   */
  private async read(text: string, startedAt: number): Promise<void> {
    const jws = parseJws(text, MAX_TOKEN_LENGTH);
    const key = jws && (await this.keys.find(jws.header.kid));
    if (!key || jws.header.typ !== STATUS_LIST_TYP || !isSignedBy(jws, key.publicKey))
      throw new Error('It is not signed');
    const { sub, exp, status_list: list } = jws.payload;
    if (sub !== this.uri || typeof exp !== 'number' || exp <= this.now()) throw new Error('It is another, or old');
    const bytes = decodeStatuses(list);
    const statuses = new Uint8Array(STATUS_LIST_BYTES);
    statuses.set(bytes);
    this.statuses.forEach((byte, at) => (statuses[at]! |= byte & INVALID_BITS));
    this.statuses = statuses;
    this.heard = this.heard.filter(({ heardAt }) => heardAt > startedAt - ISSUER_LAG_MS);
    for (const change of this.heard) this.apply(change);
    this.length = 4 * bytes.length;
    this.signedBy = key;
    this.goodUntil = exp;
  }
}

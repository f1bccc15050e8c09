import type { IssuerClient } from './issuer-client.js';
import type { IssuerKey, KeySet } from './key-set.js';
import { monotonicClock } from './monotonic-clock.js';
import { isSignedBy, parseJws } from './protocol/compact-jws.js';
import { decodeStatusBits, hasBit, setBit, STATUS_LIST_BYTES, STATUS_LIST_TYP } from './protocol/status-bits.js';
import { STATUS_LIST_SIZE } from './protocol/status-list-reference.js';
import { tokenInvalid, unavailable } from './verification-error.js';

const MAX_TOKEN_LENGTH = 300_000;

/** One of the issuer's status lists (IETF Token Status List), and what the stream said of it since. */
export class StatusList {
  /** Monotonic milliseconds at which the last good request for it began. */
  fetchedAt = -Infinity;
  /** How many indexes it had then; a token beyond them was not issued yet. */
  private length = 0;
  private signedBy: IssuerKey | undefined;
  private readonly bits = new Uint8Array(STATUS_LIST_BYTES);
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

  isRevoked(idx: number): boolean {
    // What is on no list of ours is not known to be good.
    return idx < 0 || idx >= STATUS_LIST_SIZE || hasBit(this.bits, idx);
  }

  /** Whether the list had this index when it was fetched; if not, no token had it then. */
  covers(idx: number): boolean {
    return idx < this.length;
  }

  revoke(idxs: readonly number[]): void {
    for (const idx of idxs) setBit(this.bits, idx);
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
      headers: { accept: 'application/statuslist+jwt', ...(isKnown && { 'if-none-match': this.etag! }) },
    });
    if (response.status === 404) throw tokenInvalid();
    if (response.status !== 304) {
      try {
        await this.read(response.text);
      } catch (cause) {
        throw unavailable('The issuer gave a status list that is none', cause);
      }
      this.etag = response.headers.get('etag') ?? undefined;
    }
    this.fetchedAt = startedAt;
  }

  /** IETF Token Status List, section 8.3. A bit that is set stays set: nothing that was revoked comes back. */
  private async read(text: string): Promise<void> {
    const jws = parseJws(text, MAX_TOKEN_LENGTH);
    const key = jws && (await this.keys.find(jws.header.kid));
    if (!key || jws.header.typ !== STATUS_LIST_TYP || !isSignedBy(jws, key.publicKey))
      throw new Error('It is not signed');
    const { sub, exp, status_list: list } = jws.payload;
    if (sub !== this.uri || typeof exp !== 'number' || exp <= this.now()) throw new Error('It is another, or old');
    const bytes = decodeStatusBits(list);
    bytes.forEach((byte, at) => (this.bits[at]! |= byte));
    this.length = 8 * bytes.length;
    this.signedBy = key;
    this.goodUntil = exp;
  }
}

import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { BoundedMap } from './bounded-map.js';
import type { IssuerClient } from './issuer-client.js';
import { monotonicClock } from './monotonic-clock.js';
import type { SigningDays } from './protocol/signing-days.js';
import { unavailable } from './verification-error.js';

/** However many unknown keys are asked for, the issuer is asked no oftener. */
const MIN_INTERVAL_MS = 1_000;
/** Until then the issuer is not asked again for an unknown key: by then each of its instances has heard of a new one. */
const MISSED_MS = 2_000;
const MAX_MISSED = 1_000;
/** A thumbprint (RFC 7638), as the issuer names its keys. */
const KID = /^[A-Za-z0-9_-]{43}$/;

/** One of the issuer's public keys. It is one object for as long as it is published; cached tokens refer to it. */
export interface IssuerKey extends SigningDays {
  readonly kid: string;
  readonly publicKey: KeyObject;
  /** The issuer has revoked or dropped it: nothing that it signed is valid any more. */
  readonly isGone: boolean;
}

type OwnKey = { -readonly [Field in keyof IssuerKey]: IssuerKey[Field] };

/** The issuer's public keys. */
export class KeySet {
  /** Monotonic milliseconds at which the last successful request for them began. */
  fetchedAt = -Infinity;
  private keys: ReadonlyMap<string, OwnKey> = new Map();
  private readonly revoked = new Set<string>();
  private readonly missed = new BoundedMap<string, number>(MAX_MISSED);
  private triedAt = -Infinity;
  private fetching: Promise<void> | undefined;
  private searching: Promise<void> | undefined;

  /** @param now whole seconds since 1970. */
  constructor(
    private readonly client: IssuerClient,
    private readonly now: () => number,
  ) {}

  /** @returns undefined where the issuer has no such key. @throws VerificationError `unavailable`. */
  async find(kid: string): Promise<IssuerKey | undefined> {
    const known = this.keys.get(kid);
    if (known || this.revoked.has(kid) || !KID.test(kid)) return known;
    if (monotonicClock.now() - (this.missed.get(kid) ?? -Infinity) < MISSED_MS) return undefined;
    this.searching ??= this.search().finally(() => (this.searching = undefined));
    await this.searching;
    if (!this.keys.has(kid)) this.missed.set(kid, monotonicClock.now());
    return this.keys.get(kid);
  }

  /** Ends the key, whatever is published of it from now on. */
  revoke(kid: string): void {
    this.revoked.add(kid);
    this.use([...this.keys.values()]);
  }

  /** All who ask while a request is waiting or under way share it. @throws VerificationError `unavailable`. */
  fetch(): Promise<void> {
    this.fetching ??= this.fetchOnce().finally(() => (this.fetching = undefined));
    return this.fetching;
  }

  private async search(): Promise<void> {
    const waitMs = this.triedAt + MIN_INTERVAL_MS - monotonicClock.now();
    if (waitMs > 0) await delay(waitMs);
    await this.fetch();
  }

  private async fetchOnce(): Promise<void> {
    const startedAt = monotonicClock.now();
    this.triedAt = startedAt;
    const seenAt = this.now();
    // A proxy may keep the keys for minutes, and a revoked one with them.
    const response = (await this.client.getJson('/.well-known/jwks.json', { 'cache-control': 'no-cache' })) as {
      keys?: unknown;
    } | null;
    if (!Array.isArray(response?.keys)) throw unavailable('The issuer sent a key set that cannot be read');
    this.use((response.keys as unknown[]).flatMap((jwk) => parse(jwk, seenAt)));
    this.fetchedAt = startedAt;
  }

  private use(published: readonly OwnKey[]): void {
    const valid = published.filter(({ kid }) => !this.revoked.has(kid));
    const keys = new Map(valid.map((key) => [key.kid, this.sameAsBefore(key)]));
    for (const before of this.keys.values()) before.isGone = keys.get(before.kid) !== before;
    this.keys = keys;
  }

  /** @returns the object that stands for the key already, if one does. */
  private sameAsBefore(key: OwnKey): OwnKey {
    const before = this.keys.get(key.kid);
    if (!before?.publicKey.equals(key.publicKey)) return key;
    before.signsFrom = key.signsFrom;
    before.signedUntil = key.signedUntil;
    return before;
  }
}

/**
 * @param seenAt when the issuer was asked, in whole seconds since 1970: a key that did not sign then has signed nothing
 * that is older.
 * @returns nothing if it is no key that signs tokens (RFC 7517, section 5).
 */
function parse(jwk: unknown, seenAt: number): OwnKey[] {
  const { kty, crv, alg, use, kid, signs_from, signed_until } = (jwk ?? {}) as JsonWebKey;
  if (kty !== 'EC' || crv !== 'P-256' || alg !== 'ES256' || use !== 'sig' || typeof kid !== 'string') return [];
  const days = { signsFrom: secondsOf(signs_from) ?? seenAt, signedUntil: secondsOf(signed_until) };
  try {
    return [{ kid, publicKey: createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' }), ...days, isGone: false }];
  } catch {
    return [];
  }
}

function secondsOf(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null;
}

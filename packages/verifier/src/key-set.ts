import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { BoundedMap } from './bounded-map.js';
import type { IssuerClient } from './issuer-client.js';
import { monotonicClock } from './monotonic-clock.js';
import type { SigningDays } from './protocol/signing-days.js';
import { unavailable } from './verification-error.js';

/** However many unknown keys are asked for, the issuer is asked no oftener. */
const MIN_INTERVAL_MS = 1_000;
/** Longer than an instance of the issuer may lag behind the one that published the key. */
const MISSED_MS = 2_000;
const MAX_MISSED = 1_000;
/** A thumbprint (RFC 7638), as the issuer names its keys. */
const KID = /^[A-Za-z0-9_-]{43}$/;

/** One of the issuer's public keys: the same object as long as it is published, which remembered tokens refer to. */
export interface IssuerKey extends SigningDays {
  readonly kid: string;
  readonly publicKey: KeyObject;
  /** The issuer has revoked or dropped it: nothing that it signed counts any more. */
  readonly isGone: boolean;
}

/** The issuer's public keys. */
export class KeySet {
  /** Monotonic milliseconds at which the last good request for them began. */
  fetchedAt = -Infinity;
  private keys: ReadonlyMap<string, IssuerKey> = new Map();
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

  /** Ends the key for good, whatever is published of it from now on. */
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
    if (!Array.isArray(response?.keys)) throw unavailable('The issuer gave a key set that is none');
    this.use((response.keys as unknown[]).flatMap((jwk) => parse(jwk, seenAt)));
    this.fetchedAt = startedAt;
  }

  private use(published: readonly IssuerKey[]): void {
    const valid = published.filter(({ kid }) => !this.revoked.has(kid));
    const keys = new Map(valid.map((key) => [key.kid, this.sameAsBefore(key)]));
    for (const [kid, before] of this.keys) if (keys.get(kid) !== before) Object.assign(before, { isGone: true });
    this.keys = keys;
  }

  private sameAsBefore(key: IssuerKey): IssuerKey {
    const before = this.keys.get(key.kid);
    if (!before?.publicKey.equals(key.publicKey)) return key;
    return Object.assign(before, { signsFrom: key.signsFrom, signedUntil: key.signedUntil });
  }
}

/**
 * @param seenAt whole seconds since 1970: what does not sign yet has signed nothing before.
 * @returns nothing where it is no key that signs tokens (RFC 7517, section 5).
 */
function parse(jwk: unknown, seenAt: number): IssuerKey[] {
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

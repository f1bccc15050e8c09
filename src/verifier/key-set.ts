import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { BoundedMap } from './bounded-map.js';
import type { IssuerClient } from './issuer-client.js';
import { monotonicClock } from './monotonic-clock.js';

/** The issuer publishes a key for twice as long before it signs. */
const REFRESH_MS = 300_000;
/** However many unknown keys are asked for, the issuer is asked no oftener. */
const MIN_INTERVAL_MS = 1_000;
const MISSED_MS = 60_000;
const MAX_MISSED = 1_000;
/** A thumbprint (RFC 7638), as the issuer names its keys. */
const KID = /^[A-Za-z0-9_-]{43}$/;

/** The issuer's public keys. */
export class KeySet {
  private keys: ReadonlyMap<string, KeyObject> = new Map();
  private readonly missed = new BoundedMap<string, number>(MAX_MISSED);
  private fetchedAt = -Infinity;
  private triedAt = -Infinity;
  private refreshing: Promise<void> | undefined;

  constructor(private readonly client: IssuerClient) {}

  /** @returns undefined where the issuer has no such key. @throws VerificationError `unavailable`. */
  async find(kid: string): Promise<KeyObject | undefined> {
    const known = this.keys.get(kid);
    if (known || !KID.test(kid) || monotonicClock.now() - (this.missed.get(kid) ?? -Infinity) < MISSED_MS) return known;
    await this.refresh();
    if (!this.keys.has(kid)) this.missed.set(kid, monotonicClock.now());
    return this.keys.get(kid);
  }

  async refreshIfOld(): Promise<void> {
    if (monotonicClock.now() - this.fetchedAt > REFRESH_MS) await this.refresh();
  }

  /** All who ask while a request is waiting or under way share it. */
  private refresh(): Promise<void> {
    this.refreshing ??= this.fetch().finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  private async fetch(): Promise<void> {
    const waitMs = this.triedAt + MIN_INTERVAL_MS - monotonicClock.now();
    if (waitMs > 0) await delay(waitMs);
    this.triedAt = monotonicClock.now();
    const { keys } = (await this.client.getJson('/.well-known/jwks.json')) as { keys: JsonWebKey[] };
    this.keys = new Map(keys.filter(isSigningKey).map((jwk) => [String(jwk.kid), parse(jwk)]));
    this.fetchedAt = monotonicClock.now();
  }
}

function isSigningKey({ kty, crv, alg, use }: JsonWebKey): boolean {
  return kty === 'EC' && crv === 'P-256' && alg === 'ES256' && use === 'sig';
}

function parse(jwk: JsonWebKey): KeyObject {
  return createPublicKey({ key: jwk, format: 'jwk' });
}

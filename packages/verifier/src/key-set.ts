import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { BoundedMap } from './bounded-map.js';
import type { IssuerClient } from './issuer-client.js';
import { monotonicClock } from './monotonic-clock.js';
import { unavailable } from './verification-error.js';

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
    const answer = (await this.client.getJson('/.well-known/jwks.json')) as { keys?: unknown } | null;
    if (!Array.isArray(answer?.keys)) throw unavailable('The issuer gave a key set that is none');
    this.keys = new Map((answer.keys as unknown[]).flatMap(parse));
    this.fetchedAt = monotonicClock.now();
  }
}

/** @returns the key under its name, or nothing where it is none that signs tokens (RFC 7517, section 5). */
function parse(jwk: unknown): [kid: string, key: KeyObject][] {
  const { kty, crv, alg, use, kid } = (jwk ?? {}) as JsonWebKey;
  if (kty !== 'EC' || crv !== 'P-256' || alg !== 'ES256' || use !== 'sig' || typeof kid !== 'string') return [];
  try {
    return [[kid, createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })]];
  } catch {
    return [];
  }
}

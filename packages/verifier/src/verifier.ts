import { BoundedMap } from './bounded-map.js';
import { Introspection } from './introspection.js';
import { IssuerClient, type Credentials, type Fetch } from './issuer-client.js';
import { KeySet, type IssuerKey } from './key-set.js';
import { monotonicClock } from './monotonic-clock.js';
import { isSignedBy, parseJws } from './protocol/compact-jws.js';
import { contextRefusal } from './protocol/context-refusal.js';
import { ownCopy } from './protocol/own-copy.js';
import { canHaveSigned } from './protocol/signing-days.js';
import { tokenClaimsOf, type SignedTokenClaims } from './protocol/token-claims.js';
import { BEARER_TOKEN_USES, kindOfTokenUse } from './protocol/token-use.js';
import { Revocations } from './revocations.js';
import type { StatusList } from './status-list.js';
import { tokenInvalid, unavailable, VerificationError } from './verification-error.js';
import type { VerifiedToken } from './verified-token.js';

export { VerificationError, type Credentials, type VerifiedToken };

export interface VerifierOptions {
  /** The `iss` of the tokens, and the address of the service that issues them. */
  readonly issuer: string;
  /** Seconds after which a revocation is refused whatever happens, 2 or more; 30 unless told. */
  readonly maxStaleness?: number;
  /** What to do past `maxStaleness`: `refuse` (unless told), ask the issuer, or accept by what was known last. */
  readonly onStale?: 'refuse' | 'introspect' | 'accept';
  /**
   * Of a user of the role `service`; without them opaque tokens cannot be verified, and the places for following
   * revocations are those that anyone may take.
   */
  readonly credentials?: Credentials;
  /** Instead of the global `fetch`: for a proxy, or a certificate of one's own. */
  readonly fetch?: Fetch;
  /** Instead of the clock: milliseconds since 1970. */
  readonly now?: () => number;
}

/** About 1 KB each. */
const MAX_TEXTS = 10_000;
const TIMEOUT_MS = 3_000;
const OPAQUE_FORM = /^[A-Za-z0-9_-]{16,256}$/;
/** A list has more indexes to come than the issuer gives out in this time. */
const AHEAD_MS = 1_000;

interface SignedToken {
  readonly token: VerifiedToken;
  readonly notBefore: number;
  readonly expiresAt: number;
  readonly uri: string;
  readonly idx: number;
  readonly key: IssuerKey;
}

/** Starts to follow the issuer at once; `close` ends that. @throws RangeError, TypeError for options that are wrong. */
export function createVerifier(options: VerifierOptions): Verifier {
  return new Verifier(options);
}

/** Verifies the tokens of one issuer, without asking it each time. */
export class Verifier {
  private readonly stopping = new AbortController();
  private readonly texts = new BoundedMap<string, SignedToken>(MAX_TEXTS);
  private readonly issuer: string;
  private readonly onStale: NonNullable<VerifierOptions['onStale']>;
  private readonly keys: KeySet;
  private readonly revocations: Revocations;
  private readonly introspection: Introspection;
  private readonly seconds: () => number;

  constructor(options: VerifierOptions) {
    const { maxStaleness = 30, onStale = 'refuse', now = Date.now, fetch = globalThis.fetch } = options;
    if (!(maxStaleness >= 2)) throw new RangeError('maxStaleness must be 2 seconds or more');
    if (!URL.canParse(options.issuer)) throw new TypeError('issuer must be a URL');
    this.issuer = options.issuer.replace(/\/+$/, '');
    this.onStale = onStale;
    this.seconds = () => Math.floor(now() / 1000);
    const timeoutMs = Math.min(TIMEOUT_MS, (maxStaleness * 1000) / 2);
    const client = new IssuerClient(this.issuer, timeoutMs, fetch, this.stopping.signal, options.credentials);
    this.keys = new KeySet(client, this.seconds);
    this.revocations = new Revocations(client, this.keys, maxStaleness * 1000, this.seconds, this.stopping.signal);
    this.introspection = new Introspection(client);
    this.revocations.start();
  }

  /**
   * @param text what stood after `Bearer`.
   * @param options the context that the token must be valid for; `*` stands for any. Where none is named, a context token
   *   is refused.
   * @throws VerificationError for every token that is not accepted, and for nothing else.
   */
  async verify(text: string, { context }: { context?: string | undefined } = {}): Promise<VerifiedToken> {
    const token = text.includes('.') ? await this.verifySigned(text) : await this.verifyOpaque(text);
    const refusal = contextRefusal(token.contexts, context);
    if (refusal !== undefined) throw new VerificationError('context_missing', refusal);
    return token;
  }

  /** Ends the stream and the polling; what was verified before stays as it was. */
  close(): void {
    this.stopping.abort();
  }

  private verifySigned(text: string): VerifiedToken | Promise<VerifiedToken> {
    const known = this.texts.get(text);
    return known && !known.key.isGone ? this.check(text, known) : this.verifyNew(text);
  }

  private async verifyNew(text: string): Promise<VerifiedToken> {
    const signed = await this.read(text);
    if (!signed) throw tokenInvalid();
    this.texts.set(ownCopy(text), signed);
    return this.check(text, signed);
  }

  private check(text: string, signed: SignedToken): VerifiedToken | Promise<VerifiedToken> {
    const now = this.seconds();
    // This way round, so that a time that is no number is never within.
    if (!(now >= signed.notBefore && now < signed.expiresAt)) throw tokenInvalid();
    if (signed.key.isGone || !canHaveSigned(signed.key, signed.token.issuedAt, now)) throw tokenInvalid();
    const list = this.revocations.get(signed.uri);
    if (!list) return this.checkFirst(text, signed);
    // A revocation that is known counts however old the rest is.
    if (list.isRefused(signed.idx)) throw tokenInvalid();
    if (!list.covers(signed.idx)) return this.checkBeyond(text, signed, list);
    return this.revocations.isFresh(list) || this.onStale === 'accept' ? signed.token : this.checkStale(text);
  }

  private async checkFirst(text: string, signed: SignedToken): Promise<VerifiedToken> {
    try {
      await this.revocations.load(signed.uri);
    } catch (error) {
      return this.checkUnreached(text, signed, error);
    }
    if (!this.revocations.get(signed.uri)) throw tokenInvalid();
    return this.check(text, signed);
  }

  /** A token whose index was not given out yet when the list was fetched. */
  private async checkBeyond(text: string, signed: SignedToken, list: StatusList): Promise<VerifiedToken> {
    try {
      if (monotonicClock.now() - list.fetchedAt > AHEAD_MS) await list.fetch();
    } catch (error) {
      return this.checkUnreached(text, signed, error);
    }
    if (!list.covers(signed.idx)) throw tokenInvalid();
    return this.check(text, signed);
  }

  /** @param error why its list could not be fetched. */
  private checkUnreached(text: string, { token, uri, idx }: SignedToken, error: unknown): Promise<VerifiedToken> {
    const isDecided = error instanceof VerificationError && error.code === 'token_invalid';
    if (isDecided || this.onStale === 'refuse') throw error;
    if (this.onStale === 'introspect') return this.checkStale(text);
    if (this.revocations.isKnownRefused(uri, idx)) throw tokenInvalid();
    return Promise.resolve(token);
  }

  private checkStale(text: string): Promise<VerifiedToken> {
    if (this.onStale === 'introspect') return this.askIssuer(text);
    throw unavailable('The state of revocation is not known at the moment');
  }

  private async verifyOpaque(text: string): Promise<VerifiedToken> {
    if (!OPAQUE_FORM.test(text)) throw tokenInvalid();
    return this.askIssuer(text);
  }

  private async askIssuer(text: string): Promise<VerifiedToken> {
    const token = await this.introspection.ask(text);
    if (!token || (token.expiresAt !== null && this.seconds() >= token.expiresAt)) throw tokenInvalid();
    return token;
  }

  private async read(text: string): Promise<SignedToken | undefined> {
    const jws = parseJws(text);
    const claims = jws && tokenClaimsOf(jws, this.issuer);
    if (!claims) return undefined;
    const key = await this.keys.find(jws.header.kid);
    return key && isSignedBy(jws, key.publicKey) ? present(claims, key) : undefined;
  }
}

function present(claims: SignedTokenClaims, key: IssuerKey): SignedToken | undefined {
  const kind = kindOfTokenUse(BEARER_TOKEN_USES, claims.token_use);
  if (kind === undefined) return undefined;
  const token: VerifiedToken = Object.freeze({
    id: claims.jti,
    kind,
    userId: Number(claims.sub),
    username: claims.username,
    role: claims.role,
    issuedAt: claims.iat,
    expiresAt: claims.exp,
    contexts: null,
  });
  const { uri, idx } = claims.status.status_list;
  return { token, notBefore: claims.nbf, expiresAt: claims.exp, uri, idx, key };
}

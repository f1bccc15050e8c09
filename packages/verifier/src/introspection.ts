import { BoundedMap } from './bounded-map.js';
import type { IssuerClient } from './issuer-client.js';
import { monotonicClock } from './monotonic-clock.js';
import { unavailable } from './verification-error.js';
import type { VerifiedToken } from './verified-token.js';

/** Half of the second in which a revocation is to be heard of. */
const KEEP_MS = 500;
const MAX_KEPT = 1_000;

interface Introspected {
  readonly active: boolean;
  readonly token_type?: string;
  readonly token_kind?: string;
  readonly sub?: string;
  readonly username?: string;
  readonly role?: string;
  readonly iat?: number;
  readonly exp?: number;
  readonly jti?: string;
  readonly scope?: string;
}

/** Asks the issuer about a token (RFC 7662), once in half a second for each. */
export class Introspection {
  private readonly responses = new BoundedMap<string, { response: Promise<VerifiedToken | undefined>; until: number }>(
    MAX_KEPT,
  );

  constructor(private readonly client: IssuerClient) {}

  /** @returns undefined for a token that services do not accept. @throws VerificationError `unavailable`. */
  ask(text: string): Promise<VerifiedToken | undefined> {
    const kept = this.responses.get(text);
    if (kept && kept.until > monotonicClock.now()) return kept.response;
    const response = this.request(text);
    this.responses.set(text, { response, until: monotonicClock.now() + KEEP_MS });
    response.catch(() => this.responses.delete(text));
    return response;
  }

  private async request(text: string): Promise<VerifiedToken | undefined> {
    const { authorization } = this.client.authorization;
    if (authorization === undefined) throw unavailable('This verifier has no credentials to ask the issuer with');
    const { status, text: body } = await this.client.request(`${this.client.issuer}/oauth2/introspect`, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams({ token: text }),
    });
    if (status !== 200) throw unavailable(`The issuer refused to introspect with ${status}`);
    try {
      return present(JSON.parse(body) as Introspected);
    } catch (cause) {
      throw unavailable('The issuer of the tokens sent a response that cannot be read', cause);
    }
  }
}

function present(introspected: Introspected): VerifiedToken | undefined {
  if (introspected.active !== true || introspected.token_type !== 'Bearer') return undefined;
  return Object.freeze({
    id: String(introspected.jti),
    kind: String(introspected.token_kind),
    userId: Number(introspected.sub),
    username: String(introspected.username),
    role: String(introspected.role),
    issuedAt: Number(introspected.iat),
    expiresAt: introspected.exp ?? null,
    contexts: introspected.scope === undefined ? null : introspected.scope.split(' ').filter(Boolean),
  });
}

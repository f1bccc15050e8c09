import { BoundedMap } from './bounded-map.js';
import type { Credentials, IssuerClient } from './issuer-client.js';
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
  private readonly answers = new BoundedMap<string, { answer: Promise<VerifiedToken | undefined>; until: number }>(
    MAX_KEPT,
  );

  constructor(
    private readonly client: IssuerClient,
    private readonly credentials: Credentials | undefined,
  ) {}

  /** @returns undefined for a token that services do not accept. @throws VerificationError `unavailable`. */
  ask(text: string): Promise<VerifiedToken | undefined> {
    const kept = this.answers.get(text);
    if (kept && kept.until > monotonicClock.now()) return kept.answer;
    const answer = this.request(text);
    this.answers.set(text, { answer, until: monotonicClock.now() + KEEP_MS });
    answer.catch(() => this.answers.delete(text));
    return answer;
  }

  private async request(text: string): Promise<VerifiedToken | undefined> {
    if (!this.credentials) throw unavailable('This verifier has no credentials to ask the issuer with');
    const { status, text: answer } = await this.client.request(`${this.client.issuer}/oauth2/introspect`, {
      method: 'POST',
      headers: { authorization: authorization(this.credentials) },
      body: new URLSearchParams({ token: text }),
    });
    if (status !== 200) throw unavailable(`The issuer refused to introspect with ${status}`);
    try {
      return present(JSON.parse(answer) as Introspected);
    } catch (cause) {
      throw unavailable('The issuer of the tokens gave an answer that is none', cause);
    }
  }
}

function present(answer: Introspected): VerifiedToken | undefined {
  if (answer.active !== true || answer.token_type !== 'Bearer') return undefined;
  return Object.freeze({
    id: String(answer.jti),
    kind: String(answer.token_kind),
    userId: Number(answer.sub),
    username: String(answer.username),
    role: String(answer.role),
    issuedAt: Number(answer.iat),
    expiresAt: answer.exp ?? null,
    contexts: answer.scope === undefined ? null : answer.scope.split(' ').filter(Boolean),
  });
}

function authorization(credentials: Credentials): string {
  if ('token' in credentials) return `Bearer ${credentials.token}`;
  const { username, password } = credentials;
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

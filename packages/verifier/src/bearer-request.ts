import { parseBearerCredentials, usesBearerScheme } from './protocol/bearer-credentials.js';
import { tokenInvalid, VerificationError } from './verification-error.js';
import type { VerifiedToken } from './verified-token.js';
import type { Verifier } from './verifier.js';

const CHALLENGE = 'Bearer realm="tessera"';

export interface AuthenticateOptions {
  /** The context that the token must be valid for; `*` stands for any. Without it, context tokens are refused. */
  readonly context?: string;
}

/** The response to a request without a valid token, as the issuer's forward auth sends it (RFC 6750, section 3). */
export interface Refusal {
  readonly status: 401 | 403 | 503;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly error: string; readonly error_description: string };
}

/** @param authorization the header. @returns the token, or the response to send instead. */
export async function checkBearer(
  verifier: Verifier,
  authorization: string | undefined,
  { context }: AuthenticateOptions,
): Promise<{ token: VerifiedToken } | { refusal: Refusal }> {
  if (!usesBearerScheme(authorization)) return { refusal: NO_TOKEN };
  const text = parseBearerCredentials(authorization);
  if (text === undefined) return { refusal: refusalOf(tokenInvalid()) };
  try {
    return { token: await verifier.verify(text, { context }) };
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    return { refusal: refusalOf(error) };
  }
}

/** RFC 6750, section 3.1: where no bearer token was sent, the challenge names no error. */
const NO_TOKEN: Refusal = {
  status: 401,
  headers: { 'www-authenticate': CHALLENGE },
  body: { error: 'invalid_token', error_description: 'A bearer token is required' },
};

function refusalOf({ code, message: error_description }: VerificationError): Refusal {
  switch (code) {
    case 'token_invalid':
      return {
        status: 401,
        headers: { 'www-authenticate': `${CHALLENGE}, error="invalid_token"` },
        body: { error: 'invalid_token', error_description },
      };
    case 'context_missing':
      return {
        status: 403,
        headers: { 'www-authenticate': `${CHALLENGE}, error="insufficient_scope"` },
        body: { error: 'insufficient_scope', error_description },
      };
    case 'unavailable':
      return {
        status: 503,
        headers: { 'retry-after': '1' },
        body: { error: 'temporarily_unavailable', error_description },
      };
  }
}

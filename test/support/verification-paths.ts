import { createVerifier, VerificationError, type Verifier, type VerifierOptions } from '@tessera-auth/verifier';
import { basic, bearer, type TestApp, type TestUser } from './test-app.js';

export const ISSUER = 'http://tessera.test';

/** A local verifier for the tokens of `app`. Its requests go to where `app` listens, not to ISSUER, which tokens name. */
export function verifierOf(app: TestApp, options: Partial<VerifierOptions> = {}): Verifier {
  return createVerifier({
    issuer: ISSUER,
    now: () => app.clock.now().getTime(),
    fetch: (url, init) => fetch(urlOf(url).replace(ISSUER, app.url), init),
    ...options,
  });
}

/** The URL of a request to `fetch`. */
export function urlOf(target: string | URL | Request): string {
  return target instanceof Request ? target.url : target.toString();
}

/** A way to verify a token for another service. */
export type VerificationPath = 'introspection' | 'forward auth' | 'local verifier';

export type Verdict = 'valid' | 'token_invalid' | 'context_missing';

/** The verdict of each path on a token; where a path fails otherwise, its error. */
export async function askAll(
  app: TestApp,
  verifier: Verifier,
  caller: TestUser,
  token: string,
  context?: string,
): Promise<Record<VerificationPath, string>> {
  const [introspection, forwardAuth, local] = await Promise.all([
    introspect(app, caller, token),
    app.call('GET', `/auth/verify${context ? `?context=${encodeURIComponent(context)}` : ''}`, {
      headers: bearer(token),
    }),
    verifier.verify(token, { context }).then(
      () => 'valid',
      (error: unknown) => (error instanceof VerificationError ? error.code : String(error)),
    ),
  ]);
  return {
    introspection: readIntrospection(introspection, context),
    'forward auth':
      { 200: 'valid', 401: 'token_invalid', 403: 'context_missing' }[forwardAuth.status] ?? forwardAuth.text,
    'local verifier': local,
  };
}

/** The verdict of a service that introspects the token and requires the context, as the contract has it. */
function readIntrospection(introspected: Record<string, unknown>, context?: string): string {
  const { active, token_type, role, scope, error } = introspected;
  // `invalid_request` says that the text is no token. Any other error says nothing about it.
  if (typeof error === 'string' && error !== 'invalid_request') return error;
  if (active !== true || token_type !== 'Bearer') return 'token_invalid';
  if (typeof scope !== 'string') return 'valid';
  if (role !== 'none') return `a context token with the role ${String(role)}`;
  return context !== undefined && ['*', ...scope.split(' ')].includes(context) ? 'valid' : 'context_missing';
}

/** The body of an introspection response (RFC 7662, section 2.2). */
export async function introspect(app: TestApp, caller: TestUser, token: string): Promise<Record<string, unknown>> {
  const { body } = await app.call('POST', '/oauth2/introspect', {
    headers: {
      ...basic(caller.username, caller.password),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ token }).toString(),
  });
  return body as Record<string, unknown>;
}

/** The same verdict of all paths. */
export function all(verdict: Verdict): Record<VerificationPath, string> {
  return { introspection: verdict, 'forward auth': verdict, 'local verifier': verdict };
}

/** Longer than a test may run. */
const GIVE_UP_NS = 60_000_000_000n;

/** Waits until `isTrue`, as long as the test may run. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const end = process.hrtime.bigint() + GIVE_UP_NS;
  while (!(await isTrue())) {
    // Or else a test that has failed meanwhile would keep its process alive.
    if (process.hrtime.bigint() > end) throw new Error('What the test waits for does not happen');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

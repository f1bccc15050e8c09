import { createVerifier, VerificationError, type Verifier, type VerifierOptions } from '@tessera-auth/verifier';
import { basic, bearer, type TestApp, type TestUser } from './test-app.js';

export const ISSUER = 'http://tessera.test';

/** A verifier of the tokens of `app`, which listens elsewhere than its tokens say. */
export function verifierOf(app: TestApp, options: Partial<VerifierOptions> = {}): Verifier {
  return createVerifier({
    issuer: ISSUER,
    now: () => app.clock.now().getTime(),
    fetch: (url, init) => fetch(urlOf(url).replace(ISSUER, app.url), init),
    ...options,
  });
}

/** The address of a request, whatever form it came in. */
export function urlOf(target: string | URL | Request): string {
  return target instanceof Request ? target.url : target.toString();
}

export type Door = 'introspection' | 'forward auth' | 'local verifier';

/** What each of the three says to a token: `good`, `token_invalid` or `context_missing`. */
export async function askAll(
  app: TestApp,
  verifier: Verifier,
  caller: TestUser,
  token: string,
  context?: string,
): Promise<Record<Door, string>> {
  const [introspection, forwardAuth, local] = await Promise.all([
    introspect(app, caller, token),
    app.call('GET', `/auth/verify${context ? `?context=${encodeURIComponent(context)}` : ''}`, {
      headers: bearer(token),
    }),
    verifier.verify(token, { context }).then(
      () => 'good',
      (error: unknown) => (error instanceof VerificationError ? error.code : String(error)),
    ),
  ]);
  return {
    introspection: readIntrospection(introspection, context),
    'forward auth':
      { 200: 'good', 401: 'token_invalid', 403: 'context_missing' }[forwardAuth.status] ?? forwardAuth.text,
    'local verifier': local,
  };
}

/** As a service reads it that needs the context. */
function readIntrospection({ active, token_type, scope, error }: Record<string, unknown>, context?: string): string {
  // A text may be no token at all; whatever else went wrong is no answer about it.
  if (typeof error === 'string' && error !== 'invalid_request') return error;
  if (active !== true || token_type !== 'Bearer') return 'token_invalid';
  const isMissing = context !== undefined && typeof scope === 'string' && !scope.split(' ').includes(context);
  return isMissing ? 'context_missing' : 'good';
}

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

export function all(answer: string): Record<Door, string> {
  return { introspection: answer, 'forward auth': answer, 'local verifier': answer };
}

/** Waits until `isTrue`, as long as the test may run. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 10));
}

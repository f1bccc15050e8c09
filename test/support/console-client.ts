import type { TestApp, TestResponse, TestUser } from './test-app.js';

/** What a browser says of a request by a page of this service. */
export const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' } as const;

/** Logs in to the console as its page does. @returns the secret in the cookie. */
export async function openConsole(app: TestApp, { username, password }: TestUser): Promise<string> {
  const response = await app.call('POST', '/console/session', { headers: SAME_ORIGIN, json: { username, password } });
  if (response.status !== 201) throw new Error(`The login of ${username} got status ${response.status}`);
  return secretIn(response)!;
}

/** The headers of a request by the page. */
export function byCookie(secret: string): Record<string, string> {
  return { ...SAME_ORIGIN, cookie: `__Host-tessera=${secret}` };
}

/** The secret that a response sets; undefined where it sets none. */
export function secretIn({ headers }: TestResponse): string | undefined {
  return /^__Host-tessera=([^;]+);/.exec(headers.get('set-cookie') ?? '')?.[1];
}

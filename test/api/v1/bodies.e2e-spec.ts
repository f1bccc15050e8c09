import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { generateSigningKey } from '../../../src/signing-keys/signing-key.js';
import { bearer, PASSWORD, TestApp } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { claimsOf, V1Client, type SessionTokens } from '../../support/v1-client.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'content-type': 'application/json' };

const CALLS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  login: { username: 'nobody', password: 'x' },
  'token-refresh': { username: 'nobody', refresh_token: 'x' },
  'token-revoke': { refresh_token: 'x' },
  'forgot-password': { username: 'nobody' },
  'forgot-password-confirm': { username: 'nobody', password: 'b2BDWZrQwDF5u4Yu', confirmation_code: 'x' },
  'change-password': { access_token: 'x', previous_password: 'x', proposed_password: 'b2BDWZrQwDF5u4Yu' },
  'new-password-required': { session: 'x', username: 'nobody', new_password: 'b2BDWZrQwDF5u4Yu' },
};
const NAMES = Object.keys(CALLS);

let database: TestDatabase;
let app: TestApp;
let v1: V1Client;
let tokens: SessionTokens;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url, { env: { NODE_ENV: 'production' } });
  v1 = new V1Client(app);
  tokens = await v1.logIn(await app.createUser('denis', 'admin'));
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

function expect422(answer: { status: number; body: unknown }, message: unknown): void {
  expect([answer.status, answer.body]).toEqual([422, { message, status: 422 }]);
}

describe.each(NAMES)('POST /v1/%s', (name) => {
  const send = (body: string, headers: Record<string, string>) => app.call('POST', `/v1/${name}`, { body, headers });

  it('refuses each missing field by its name', async () => {
    for (const field of Object.keys(CALLS[name]!)) {
      const { [field]: _, ...rest } = CALLS[name]!;
      expect422(await v1.call(name, rest), `${field} must be a string`);
    }
    const all = Object.keys(CALLS[name]!).map((field) => `${field} must be a string`);
    expect422(await v1.call(name, {}), all.join('; '));
  });

  it('refuses wrong types and lengths by the name of the field', async () => {
    for (const field of Object.keys(CALLS[name]!)) {
      for (const value of [null, 5, true, [], ['a'], {}]) {
        expect422(await v1.call(name, { ...CALLS[name]!, [field]: value }), `${field} must be a string`);
      }
      for (const value of ['', 'x'.repeat(10_000)]) {
        const answer = await v1.call(name, { ...CALLS[name]!, [field]: value });
        expect422(answer, expect.stringMatching(new RegExp(`^${field} must be (long|short)er than or equal to`)));
      }
    }
  });

  it.each([
    ['no JSON', '{"username": '],
    ['a list', '[]'],
    ['text', '"x"'],
    ['null', 'null'],
    ['nothing', ''],
    ['a poisoned prototype', '{"__proto__": {"username": "x"}}'],
  ])('refuses as JSON %s', async (_, body) => {
    expect422(await send(body, JSON_TYPE), expect.any(String));
  });

  it.each([
    ['nothing', ''],
    ['a broken escape', 'username=%zz'],
    ['bytes that are no UTF-8', 'username=%ff'],
    [
      'a field that comes twice',
      new URLSearchParams([...Object.entries({ ...CALLS[name] }), ...Object.entries({ ...CALLS[name] })]).toString(),
    ],
    ['a list', 'username[]=x&refresh_token[]=x&session[]=x&access_token[]=x'],
    ['JSON', '{"username":"nobody"}'],
  ])('refuses as a form %s', async (_, body) => {
    expect422(await send(body, FORM), expect.any(String));
  });

  it('takes a form as it takes JSON', async () => {
    const asJson = await v1.call(name, CALLS[name]!);
    const asForm = await send(new URLSearchParams(CALLS[name]).toString(), FORM);
    expect([asForm.status, asForm.text]).toEqual([asJson.status, asJson.text]);
    expect(asJson.status === 204 || asJson.status === 401).toBe(true);
  });

  it('refuses another media type with 422 and 10 MB with 413', async () => {
    const other = await send('x', { 'content-type': 'text/plain' });
    expect([other.status, Object.keys(other.body as object)]).toEqual([422, ['message', 'status']]);
    const large = await send(JSON.stringify({ username: 'x'.repeat(100_000) }), JSON_TYPE);
    expect(large.body).toEqual({ message: 'The body is larger than 64 KB', status: 413 });
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE'])('does not know %s', async (method) => {
    const answer = await app.call(method, `/v1/${name}`);
    expect([answer.status, answer.text]).toEqual([404, '{"message":"Not Found","status":404}']);
  });
});

it.each(['/v1', '/v1/', '/v1/unknown', '/v1/login/more', '/v1/%zz', '/v1/LOGIN'])('%s is not found', async (path) => {
  const answer = await app.call('POST', path, { json: {} });
  expect([answer.status, answer.text]).toEqual([404, '{"message":"Not Found","status":404}']);
});

it('takes a password with an ampersand, a plus and an umlaut in a form', async () => {
  const user = await app.createUser('odd');
  const password = 'a&b+c d=ä%20';
  const { access_token } = await v1.logIn(user);
  await v1.call('change-password', { access_token, previous_password: PASSWORD, proposed_password: password });
  const body = new URLSearchParams({ username: 'odd', password }).toString();
  expect((await app.call('POST', '/v1/login', { body, headers: FORM })).status).toBe(200);
});

it('leaves forms to this family: in the others they are 415', async () => {
  const admin = await app.call('POST', '/admin/users', {
    body: 'username=x',
    headers: { ...FORM, ...bearer(tokens.access_token) },
  });
  expect([admin.status, admin.headers.get('content-type')]).toEqual([415, 'application/problem+json; charset=utf-8']);
});

describe('a bearer token', () => {
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const parts = (): { header: jwt.JwtHeader; payload: Record<string, unknown> } => ({
    header: JSON.parse(Buffer.from(tokens.access_token.split('.')[0]!, 'base64url').toString()) as jwt.JwtHeader,
    payload: claimsOf(tokens.access_token),
  });
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const forge = (header: object, payload: object = {}): string =>
    jwt.sign({ ...parts().payload, ...payload }, other.privateKey, { header: { ...parts().header, ...header } });

  async function ourPublicKey(): Promise<string> {
    const [row] = await database.query<{ public_key: string }>('SELECT public_key FROM signing_keys');
    return row!.public_key;
  }

  const BAD: Readonly<Record<string, () => string | Promise<string>>> = {
    'id token': () => tokens.id_token,
    'refresh token': () => tokens.refresh_token,
    'token signed with a key of somebody else': () => forge({}),
    'token of another issuer': () => forge({}, { iss: 'https://elsewhere.example' }),
    'token with an unknown kid': () => forge({ kid: 'unknown' }),
    'token under the name of our next key': async () => {
      const [row] = await database.query<{ kid: string }>("SELECT kid FROM signing_keys WHERE state = 'next'");
      return forge({ kid: row!.kid });
    },
    // As one is that was retired and, once its last token had expired, dropped.
    'token of a key that we do not keep': () => {
      const { kid, privateKey } = generateSigningKey();
      return jwt.sign(parts().payload, privateKey, { header: { ...parts().header, kid } });
    },
    'token without a kid': () => forge({ kid: undefined }),
    'token with the key in its header': () =>
      forge({ jwk: other.publicKey.export({ format: 'jwk' }) as unknown as string, kid: undefined }),
    'token with alg none': () => `${encode({ ...parts().header, alg: 'none' })}.${encode(parts().payload)}.`,
    'HS256 signed with our public key': async () => {
      const text = `${encode({ ...parts().header, alg: 'HS256' })}.${encode(parts().payload)}`;
      const { createHmac } = await import('node:crypto');
      return `${text}.${createHmac('sha256', await ourPublicKey())
        .update(text)
        .digest('base64url')}`;
    },
    'token with another use': () => {
      const [header, , signature] = tokens.id_token.split('.');
      return `${header}.${encode({ ...claimsOf(tokens.id_token), token_use: 'access' })}.${signature}`;
    },
    'token with its signature cut off': () => tokens.access_token.replace(/\.[^.]*$/, '.'),
  };

  it.each(Object.keys(BAD))('is refused like any other if it is: %s', async (kind) => {
    const token = await BAD[kind]!();
    const headers = bearer(token);
    const answer = await app.call('DELETE', '/api2/tokens', { headers });
    const body = { statusCode: 401, error: 'Unauthorized', message: 'Invalid or expired token' };
    expect([answer.status, answer.body]).toEqual([401, body]);
    const change = { access_token: token, previous_password: PASSWORD, proposed_password: 'b2BDWZrQwDF5u4Yu' };
    const changed = await v1.call('change-password', change);
    expect([changed.status, changed.body]).toEqual([401, { message: 'Incorrect username or password.', status: 401 }]);
  });

  it('is accepted if it is an access token', async () => {
    const answer = await app.call('GET', '/api2/token/timeout', { headers: bearer(tokens.access_token) });
    expect(answer.status).toBe(200);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeyRotationService } from '../../../src/signing-keys/key-rotation.service.js';
import { SigningKeysService } from '../../../src/signing-keys/signing-keys.service.js';
import { until } from '../../support/verification-paths.js';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const DAY = 86_400;

let database: TestDatabase;
let app: TestApp;
let other: TestApp;
let admin: TestUser;

interface Key {
  kid: string;
  state: string;
}

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  other = await TestApp.start(database.url, { clock: app.clock });
  admin = await app.createUser('root', 'admin');
});

afterAll(async () => {
  await app.close();
  await other.close();
  await database.drop();
});

function call(method: string, path: string): Promise<TestResponse> {
  return app.call(method, `/admin/signing-keys${path}`, { headers: basic(admin.username, admin.password) });
}

async function keys(): Promise<Key[]> {
  return ((await call('GET', '')).body as { items: Key[] }).items;
}

async function rotate(): Promise<void> {
  app.clock.advanceSeconds(600);
  expect((await call('POST', '/rotate')).status).toBe(200);
}

function kidOf(token: string): string {
  return (JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { kid: string }).kid;
}

async function published(instance: TestApp): Promise<string[]> {
  const { body } = await instance.call('GET', '/.well-known/jwks.json');
  return (body as { keys: Key[] }).keys.map(({ kid }) => kid);
}

async function isGood(instance: TestApp, token: string): Promise<boolean> {
  return (await instance.call('GET', '/auth/verify', { headers: bearer(token) })).status === 200;
}

describe('the signing keys', () => {
  it('are shown to an admin alone, without their private halves', async () => {
    const answer = await call('GET', '');
    const at = app.clock.now().toISOString();
    const kid = expect.stringMatching(/^[A-Za-z0-9_-]{43}$/);
    const { items, next } = answer.body as { items: Key[]; next: unknown };
    const published = { id: expect.any(Number), kid, publishedAt: at, signedUntil: null, liveTokens: 0 };
    expect([...items].sort((one, two) => one.state.localeCompare(two.state))).toEqual([
      { ...published, state: 'current', signsFrom: at },
      { ...published, state: 'next', signsFrom: null },
    ]);
    expect(next).toBeNull();
    const viewer = await app.createUser('viewer');
    const refused = await app.call('POST', '/admin/signing-keys/rotate', {
      headers: basic(viewer.username, viewer.password),
    });
    expect(refused.status).toBe(403);
  });

  it('are not rotated before everyone can know the next one', async () => {
    app.clock.advanceSeconds(599);
    const answer = await call('POST', '/rotate');
    expect([answer.status, answer.headers.get('retry-after'), answer.body]).toEqual([
      409,
      '1',
      {
        type: 'about:blank',
        title: 'Conflict',
        status: 409,
        detail: 'The next key is not published long enough for all to know it',
        code: 'rotation_too_early',
      },
    ]);
  });

  it('rotate on command: the next signs, the retired still verifies, the other instance follows', async () => {
    const before = await app.logIn(admin);
    const [nextKid] = (await keys()).filter(({ state }) => state === 'next').map(({ kid }) => kid);
    expect(await published(other)).toContain(nextKid);
    await rotate();
    const after = await app.logIn(admin);
    expect([kidOf(after), kidOf(before) === kidOf(after)]).toEqual([nextKid, false]);
    for (const instance of [app, other]) {
      expect(await isGood(instance, before)).toBe(true);
      expect(await isGood(instance, after)).toBe(true);
    }
    await until(async () => kidOf(await other.logIn(admin)) === nextKid);
    await until(async () => (await published(other)).length === 3);
    expect(await published(other)).toEqual(await published(app));
    const rows = await database.query(
      `SELECT FROM signing_keys WHERE state = 'retired' AND sealed_private_key IS NULL`,
    );
    expect(rows).toHaveLength(1);
  });

  it('rotate once where several are told to at once', async () => {
    app.clock.advanceSeconds(600);
    const before = (await keys()).length;
    const answers = await Promise.all([1, 2, 3, 4].map(() => call('POST', '/rotate')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await keys()).length).toBe(before + 1);
  });

  it('rotate by schedule, and keep a retired key until its last token has expired', async () => {
    const token = await app.logIn(admin);
    const current = kidOf(token);
    app.clock.advanceSeconds(DAY - 901);
    await rotate();
    expect(await isGood(app, token)).toBe(true);
    app.clock.advanceSeconds(300);
    await app.get(KeyRotationService).maintain();
    expect(await isGood(other, token)).toBe(true);
    expect(await published(app)).toContain(current);
    app.clock.advanceSeconds(1_000);
    await app.get(KeyRotationService).maintain();
    await until(async () => !(await published(app)).includes(current));
    await until(() => other.get(SigningKeysService).find(current) === undefined);

    const last = kidOf(await app.logIn(admin));
    app.clock.advanceSeconds(90 * DAY);
    await app.get(KeyRotationService).maintain();
    expect(kidOf(await app.logIn(admin))).not.toBe(last);
  });

  it('keep a retired key for a token of ten years', async () => {
    const token = await app.logIn(admin);
    await database.query(`UPDATE tokens SET expires_at = expires_at + interval '10 years' WHERE id = $1`, [
      (JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { jti: string }).jti,
    ]);
    await rotate();
    app.clock.advanceSeconds(1_000 * DAY);
    await app.get(KeyRotationService).maintain();
    expect(await published(app)).toContain(kidOf(token));
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckpointKeyService } from '../../src/audit/checkpoints/checkpoint-key.service.js';
import { readConfig } from '../../src/config/read-config.js';
import { ContextTokenResealer } from '../../src/contexts/context-token-resealer.js';
import { managerOf } from '../../src/database/transaction-manager.js';
import { TransactionRunner } from '../../src/database/transactions.js';
import { SigningKeysService } from '../../src/signing-keys/signing-keys.service.js';
import { TotpResealer } from '../../src/factors/totp-resealer.js';
import { Authenticator, logInWithFactor, setUpFactor } from '../support/authenticator.js';
import { insertContextTokens } from '../support/context-tokens.js';
import { basic, bearer, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const OLD = 'YLJVq6L1nHnAk7P+/LqMr0N+LN/vpBRyhHFg99jGxR8=';
const NEW = 'J5QGs2x4oh1mtUVBUwdT5U6Vh7s12rudKjnrWF8AdvE=';
const CONTEXT = 'AddCommentToChangeRequest';
const COUNT = 1_200;

let database: TestDatabase;
let before: TestApp;
let after: TestApp;
let admin: TestUser;
let loginToken: string;
let texts: string[];
let guarded: TestUser;
let secret: string;

const start = (keys: Record<string, string>): Promise<TestApp> => TestApp.start(database.url, { env: keys });
const as = (): Record<string, string> => basic(admin.username, admin.password);

async function listed(app: TestApp): Promise<string[]> {
  const { body } = await app.call('GET', '/api/authtokens/json', { headers: as() });
  return (body as { list: { token: string }[] }).list.map(({ token }) => token);
}

async function isAllowed(app: TestApp, token: string): Promise<boolean> {
  const { status } = await app.call('GET', `/auth/verify?context=${CONTEXT}`, { headers: bearer(token) });
  return status === 200;
}

beforeAll(async () => {
  database = await createTestDatabase();
  before = await start({ MASTER_KEY: OLD });
  admin = await before.createUser('admin', 'admin');
  loginToken = await before.logIn(admin);
  texts = await insertContextTokens(before, database, admin.id, COUNT);
  guarded = await before.createUser('guarded');
  ({ secret } = await setUpFactor(before, guarded));
  await before.close();
  after = await start({ MASTER_KEY: NEW, MASTER_KEY_PREVIOUS: OLD });
});

afterAll(async () => {
  await after.close();
  await database.drop();
});

describe('a changed master key', () => {
  it('keeps an instance from starting without the old one', async () => {
    await expect(start({ MASTER_KEY: NEW })).rejects.toThrow(
      'It was sealed with another MASTER_KEY. If the key was changed, give the old one as MASTER_KEY_PREVIOUS.',
    );
  });

  it('leaves everything readable with the old one as MASTER_KEY_PREVIOUS', async () => {
    expect(await listed(after)).toEqual(texts);
    expect(await isAllowed(after, texts[0]!)).toBe(true);
    expect((await after.call('GET', '/api2/token/timeout', { headers: bearer(loginToken) })).status).toBe(200);
  });

  it('re-seals all rows beside serving instances, after which the old one is not needed', async () => {
    const [unreadable] = await database.query<{ id: string }>(
      `UPDATE context_tokens SET sealed_text = set_byte(sealed_text, 40, get_byte(sealed_text, 40) # 1)
       WHERE id = (SELECT max(id::text)::uuid FROM context_tokens) RETURNING id`,
    );
    const progress: string[] = [];
    const reseal = (): Promise<number> =>
      after.get(ContextTokenResealer).reseal((done, total) => progress.push(`${done} of ${total}`));
    const resealing = reseal();
    const changes = texts
      .slice(0, 20)
      .map((token) =>
        after.call('PUT', '/api/authtokens', { headers: as(), json: { token, contextAsCodesArray: [1, 2] } }),
      );
    expect((await Promise.all(changes)).map(({ status }) => status)).toEqual(Array(20).fill(204));
    expect(await resealing).toBe(1);
    expect(progress.at(-1)).toBe(`${COUNT - 1} of ${COUNT}`);
    expect(progress.length).toBeGreaterThanOrEqual(3);
    expect(await listed(after)).toEqual([...texts.slice(0, -1), '']);

    await database.query('DELETE FROM tokens WHERE id = $1', [unreadable!.id]);
    expect(await reseal()).toBe(0);
    const keys = after.get(SigningKeysService);
    expect([await keys.reseal(), await keys.reseal()]).toEqual([2, 0]);
    const apps = after.get(TotpResealer);
    expect([await apps.reseal(), await apps.reseal()]).toEqual([
      { done: 1, left: 0 },
      { done: 0, left: 0 },
    ]);
    const auditKey = after.get(CheckpointKeyService);
    expect([await auditKey.reseal(), await auditKey.reseal()]).toEqual([1, 0]);
    const { text: verifierKey } = await after.call('GET', '/audit/key');

    const later = await start({ MASTER_KEY: NEW });
    try {
      expect(await listed(later)).toEqual(texts.slice(0, -1));
      expect(await isAllowed(later, texts[0]!)).toBe(true);
      later.clock.advanceSeconds(600);
      expect(await logInWithFactor(later, guarded, new Authenticator(later, secret))).toHaveProperty('access_token');
      expect((await later.call('GET', '/api2/token/timeout', { headers: bearer(loginToken) })).status).toBe(200);
      expect((await later.call('GET', '/audit/key')).text).toBe(verifierKey);
    } finally {
      await later.close();
    }
  });

  it('comes back to a row that was locked, and waits for no lock', async () => {
    const old = await start({ MASTER_KEY: OLD, MASTER_KEY_PREVIOUS: NEW });
    await insertContextTokens(old, database, admin.id, 3).finally(() => old.close());
    const [held] = await database.query<{ id: string }>(
      'SELECT id FROM context_tokens ORDER BY id DESC OFFSET 2 LIMIT 1',
    );
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let holding: Promise<void> | undefined;
    await new Promise<void>((locked) => {
      holding = after.get(TransactionRunner).run(async (transaction) => {
        await managerOf(transaction).query('SELECT FROM tokens WHERE id = $1 FOR UPDATE', [held!.id]);
        locked();
        await released;
      });
    });
    const progress: number[] = [];
    const left = await after.get(ContextTokenResealer).reseal((done) => {
      progress.push(done);
      release();
    });
    await holding;
    expect([left, progress]).toEqual([0, [2, 3]]);
  });

  it('is refused with one sentence where the settings contradict each other', () => {
    const read = (env: Record<string, string>) => () => readConfig(env);
    expect(read({ MASTER_KEY_PREVIOUS: OLD })).toThrow('MASTER_KEY_PREVIOUS needs MASTER_KEY');
    expect(read({ MASTER_KEY: OLD, MASTER_KEY_PREVIOUS: OLD })).toThrow('must not be the same as MASTER_KEY');
    expect(read({ MASTER_KEY: OLD, MASTER_KEY_PREVIOUS: 'short' })).toThrow(
      'MASTER_KEY_PREVIOUS must be 32 bytes in base64 (openssl rand -base64 32).',
    );
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setUpFactor } from '../support/authenticator.js';
import { compare, MAX_Z, PAIRS, rankSumZ } from '../support/equal-time.js';
import { PASSWORD, TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { SmtpInbox } from '../support/smtp-inbox.js';
import { V1Client } from '../support/v1-client.js';

let database: TestDatabase;
let inbox: SmtpInbox;
let app: TestApp;
let v1: V1Client;

beforeAll(async () => {
  database = await createTestDatabase();
  inbox = await SmtpInbox.start();
  app = await TestApp.start(database.url, { env: { TRUST_PROXY: 'true', SMTP_URL: inbox.url } });
  v1 = new V1Client(app);
});

afterAll(async () => {
  await app.close();
  await inbox.close();
  await database.drop();
});

const from = (n: number) => ({ 'x-forwarded-for': `2001:db8:${(n + 20).toString(16)}::1` });

describe('known and unknown users cannot be told apart by the time of', () => {
  it('a login', async () => {
    await app.createUser('known');
    const logIn = (username: string) => (n: number) => v1.call('login', { username, password: 'wrong' }, from(n));
    expect(await compare(logIn('known'), logIn('nobody'))).toBeLessThan(MAX_Z);
  });

  it('a login that is refused for too many wrong passwords, with the right one', async () => {
    await app.createUser('locked');
    const headers = from(9_999);
    for (let n = 0; n < 5; n++) await v1.call('login', { username: 'locked', password: 'wrong' }, headers);
    const right = () => v1.call('login', { username: 'locked', password: PASSWORD }, headers);
    expect((await right()).status).toBe(401);
    const wrong = () => v1.call('login', { username: 'nobody-else', password: 'wrong' }, headers);
    expect(await compare(right, wrong)).toBeLessThan(MAX_Z);
  });

  it('a login with a wrong password, whether they have a second factor or not', async () => {
    await setUpFactor(app, await app.createUser('guarded'));
    const logIn = (username: string) => (n: number) => v1.call('login', { username, password: 'wrong' }, from(n));
    expect(await compare(logIn('guarded'), logIn('known'))).toBeLessThan(MAX_Z);
  });

  it('a refresh', async () => {
    const refresh = (username: string) => () => v1.refresh(username, 'x'.repeat(43));
    expect(await compare(refresh('known'), refresh('nobody'))).toBeLessThan(MAX_Z);
  });

  describe('a forgotten password,', () => {
    const forget = (username: (n: number) => string) => (n: number) =>
      v1.call('forgot-password', { username: username(n) }, from(n));
    const tryCode = (username: (n: number) => string) => (n: number) => {
      const body = { username: username(n), password: 'b2BDWZrQwDF5u4Yu', confirmation_code: 'AAAAAAAA' };
      return v1.call('forgot-password-confirm', body, from(n));
    };
    const known = (n: number) => `known${n}`;
    const nobody = (n: number) => `nobod${n}`;

    beforeAll(async () => {
      for (let n = -20; n < PAIRS; n++) {
        await database.query(
          `INSERT INTO users (username, password_hash, role, email, created_at, updated_at)
           VALUES ($1, 'x', 'viewer', $2, now(), now())`,
          [known(n), `${known(n)}@example.com`],
        );
      }
    });

    it('by name', async () => {
      expect(await compare(forget(known), forget(nobody))).toBeLessThan(MAX_Z);
    });

    it('by address', async () => {
      const address = (prefix: string) => (n: number) => `${prefix}${n}@example.com`;
      expect(await compare(forget(address('known')), forget(address('nobod')))).toBeLessThan(MAX_Z);
    });

    it('past the limit of mails', async () => {
      await app.createUser('limited');
      await database.query(`UPDATE users SET email = 'limited@example.com' WHERE username = 'limited'`);
      expect(
        await compare(
          forget(() => 'limited'),
          forget(() => 'nobody'),
        ),
      ).toBeLessThan(MAX_Z);
    });

    it('with a wrong code', async () => {
      expect(await compare(tryCode(known), tryCode(nobody))).toBeLessThan(MAX_Z);
    });
  });
});

describe('the statistic', () => {
  it('finds a difference as large as the spread, and none in what is the same', () => {
    const sample = (from: number) => Array.from({ length: PAIRS }, () => Math.random() * Math.sqrt(12) + from);
    expect(Math.abs(rankSumZ(sample(0), sample(1)))).toBeGreaterThan(MAX_Z);
    expect(Math.abs(rankSumZ(sample(0), sample(0)))).toBeLessThan(MAX_Z);
  });
});

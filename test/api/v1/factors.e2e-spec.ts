import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Authenticator,
  challengeOf,
  logInWithFactor,
  respond,
  setUpFactor,
  totpCode,
} from '../../support/authenticator.js';
import { SmtpInbox } from '../../support/smtp-inbox.js';
import { bearer, TestApp, type TestResponse, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { claimsOf, V1Client, type SessionTokens } from '../../support/v1-client.js';

const unauthorizedDot = { message: 'Unauthorized.', status: 401 };
const unauthorized = { message: 'Unauthorized', status: 401 };
const WRONG_CODE = 'Invalid verification code provided, please try again.';
const TOKENS = {
  id_token: expect.any(String),
  access_token: expect.any(String),
  refresh_token: expect.any(String),
  expires_in: 86_400,
};

let database: TestDatabase;
let inbox: SmtpInbox;
let app: TestApp;
let v1: V1Client;
let users = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  inbox = await SmtpInbox.start();
  app = await TestApp.start(database.url, { env: { SMTP_URL: inbox.url } });
  v1 = new V1Client(app);
});

afterAll(async () => {
  await app.close();
  await inbox.close();
  await database.drop();
});

const newUser = (passwordIsTemporary = false): Promise<TestUser> =>
  app.createUser(`user${users++}`, 'viewer', passwordIsTemporary);

async function withFactor(of = newUser()): Promise<{ user: TestUser; factor: Authenticator }> {
  const user = await of;
  return { user, factor: await setUpFactor(app, user) };
}

const mailOf = ({ username }: TestUser) => `${username}@example.com`;

/** A user who gets mail. */
async function newMailUser(): Promise<TestUser> {
  const user = await newUser();
  await database.query('UPDATE users SET email = $2 WHERE id = $1', [user.id, mailOf(user)]);
  return user;
}

/** The secrets of as many challenges, ten at a time: more of a user would wait for each other. */
async function challengesOf(user: TestUser, count: number): Promise<string[]> {
  const sessions: string[] = [];
  while (sessions.length < count) {
    sessions.push(...(await Promise.all(Array.from({ length: 10 }, () => challengeOf(app, user)))));
  }
  return sessions;
}

const requireFactor = ({ id }: TestUser) =>
  database.query('UPDATE users SET second_factor_required = true WHERE id = $1', [id]);

const sessionIn = ({ body }: TestResponse): string => (body as { session: string }).session;
const statusesOf = (responses: readonly TestResponse[]): number[] => responses.map(({ status }) => status).sort();

describe('setting up an authenticator app', () => {
  it('by an access token: tells the key once, and recovery codes once its first code is right', async () => {
    const user = await newMailUser();
    const { access_token } = await v1.logIn(user);
    const begun = await v1.call('associate-software-token', { access_token });
    const { secret_code } = begun.body as { secret_code: string };
    expect([begun.status, begun.body]).toEqual([
      200,
      {
        secret_code: expect.stringMatching(/^[A-Z2-7]{32}$/),
        otpauth_uri:
          `otpauth://totp/Tessera%20tessera.test:${user.username}?issuer=Tessera%20tessera.test&secret=${secret_code}` +
          '&algorithm=SHA1&digits=6&period=30',
      },
    ]);
    expect((await v1.call('login', user)).body).toEqual(TOKENS);
    const user_code = totpCode(secret_code, app.clock.now());
    const json = { access_token, user_code, friendly_device_name: 'My phone' };
    const done = await v1.call('verify-software-token', json);
    expect([done.status, done.body]).toEqual([
      200,
      {
        status: 'SUCCESS',
        recovery_codes: Array(10).fill(expect.stringMatching(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/)),
      },
    ]);
    expect(new Set((done.body as { recovery_codes: string[] }).recovery_codes).size).toBe(10);
    expect((await inbox.next(mailOf(user))).text).toContain('An authenticator app was set up');
    expect((await v1.call('verify-software-token', json)).status).toBe(422);
  });

  it('stores neither the key nor a recovery code in clear', async () => {
    const { user, factor } = await withFactor();
    const [row] = await database.query<{ text: string }>(
      `SELECT encode(sealed_secret, 'escape') || (SELECT string_agg(encode(code_digest, 'escape'), ' ')
         FROM recovery_codes WHERE user_id = $1) AS text FROM totp_factors WHERE user_id = $1`,
      [user.id],
    );
    const secrets = [factor.secret, ...factor.recoveryCodes.flatMap((code) => [code, code.replaceAll('-', '')])];
    expect(secrets.filter((secret) => row!.text.includes(secret))).toEqual([]);
  });

  it('asks for a login within the last 15 minutes', async () => {
    const { access_token } = await v1.logIn(await newUser());
    app.clock.advanceSeconds(15 * 60 + 1);
    const { status, body } = await v1.call('associate-software-token', { access_token });
    expect([status, body]).toEqual([
      401,
      { message: 'To set up a second factor, log in again first: this login is older than 15 minutes', status: 401 },
    ]);
  });

  it('refuses any other token, and whatever is no session for it', async () => {
    const user = await newUser();
    const { id_token, refresh_token } = await v1.logIn(user);
    for (const access_token of [id_token, refresh_token, await app.logIn(user), 'x']) {
      const { status, body } = await v1.call('associate-software-token', { access_token });
      expect([status, body]).toEqual([401, unauthorized]);
    }
    const temporary = await newUser(true);
    const session = await challengeOf(app, temporary, 'NEW_PASSWORD_REQUIRED');
    for (const secret of [session, 'x']) {
      expect((await v1.call('associate-software-token', { session: secret })).body).toEqual(unauthorizedDot);
    }
  });

  it('takes the place of the app before, whose codes are refused from then on', async () => {
    const { user, factor } = await withFactor();
    const { access_token } = await logInWithFactor(app, user, factor);
    const { body } = await v1.call('associate-software-token', { access_token });
    const { secret_code } = body as { secret_code: string };
    expect((await logInWithFactor(app, user, factor)).expires_in).toBe(86_400);
    const user_code = totpCode(secret_code, app.clock.now());
    expect((await v1.call('verify-software-token', { access_token, user_code })).status).toBe(200);
    const old = { software_token_mfa_code: factor.nextCode() };
    expect((await respond(app, user, await challengeOf(app, user), old)).status).toBe(401);
    const lost = { recovery_code: factor.recoveryCodes[0]! };
    expect((await respond(app, user, await challengeOf(app, user), lost)).status).toBe(401);
    expect(await logInWithFactor(app, user, new Authenticator(app, secret_code))).toEqual(TOKENS);
  });

  it('refuses a wrong code, and one where nothing was begun or long ago', async () => {
    const user = await newUser();
    const { access_token } = await v1.logIn(user);
    const verify = (user_code: string) => v1.call('verify-software-token', { access_token, user_code });
    const message =
      'No authenticator app is being set up, or for longer than 15 minutes: call /v1/associate-software-token first';
    expect((await verify('123456')).body).toEqual({ message, status: 422 });
    const { body } = await v1.call('associate-software-token', { access_token });
    const factor = new Authenticator(app, (body as { secret_code: string }).secret_code);
    expect((await verify(factor.wrongCode())).body).toEqual({ message: WRONG_CODE, status: 401 });
    app.clock.advanceSeconds(15 * 60);
    expect((await verify(factor.code())).body).toEqual({ message, status: 422 });
  });
});

describe('a login with a second factor', () => {
  it('gets a challenge, and tokens for the code, which say how the user logged in and when', async () => {
    const { user, factor } = await withFactor();
    const software_token_mfa_code = factor.nextCode();
    const challenge = await v1.call('login', { username: user.username, password: user.password });
    expect([challenge.status, challenge.body]).toEqual([
      200,
      { challenge_name: 'SOFTWARE_TOKEN_MFA', session: expect.any(String) },
    ]);
    app.clock.advanceSeconds(5);
    const { status, body } = await respond(app, user, sessionIn(challenge), { software_token_mfa_code });
    const auth_time = app.clock.now().getTime() / 1000;
    expect([status, body]).toEqual([200, TOKENS]);
    const said = { amr: ['pwd', 'otp', 'mfa'], auth_time };
    const { access_token, id_token, refresh_token } = body as SessionTokens;
    expect(claimsOf(access_token)).toMatchObject({ ...said, token_use: 'access' });
    expect(claimsOf(id_token)).toMatchObject({ ...said, token_use: 'id', preferred_username: user.username });
    app.clock.advanceSeconds(100);
    const refreshed = (await v1.refresh(user.username, refresh_token)).body as SessionTokens;
    expect(claimsOf(refreshed.access_token)).toMatchObject(said);
    expect(claimsOf(refreshed.id_token)).toMatchObject(said);
    expect((await app.call('GET', '/me/tokens', { headers: bearer(access_token) })).status).toBe(200);
  });

  it('accepts each code once, that of the setup too', async () => {
    const { user, factor } = await withFactor();
    const code = { software_token_mfa_code: factor.code() };
    expect((await respond(app, user, await challengeOf(app, user), code)).status).toBe(401);
    await logInWithFactor(app, user, factor);
    const again = { software_token_mfa_code: factor.code() };
    expect((await respond(app, user, await challengeOf(app, user), again)).status).toBe(401);
    const earlier = { software_token_mfa_code: factor.code(-1) };
    expect((await respond(app, user, await challengeOf(app, user), earlier)).status).toBe(401);
  });

  it('lets one of many win who send the same code at once', async () => {
    const { user, factor } = await withFactor();
    factor.nextCode();
    const sessions = await challengesOf(user, 100);
    const code = { software_token_mfa_code: factor.code() };
    const responses = await Promise.all(sessions.map((session) => respond(app, user, session, code)));
    expect(statusesOf(responses)).toEqual([200, ...Array<number>(99).fill(401)]);
  });

  it('lets one of many win who use the same session at once', async () => {
    const { user, factor } = await withFactor();
    const session = await challengeOf(app, user);
    const codes = [factor.nextCode(), ...Array<string>(9).fill(factor.wrongCode())];
    const responses = await Promise.all(
      codes.map((software_token_mfa_code) => respond(app, user, session, { software_token_mfa_code })),
    );
    expect(responses.filter(({ body }) => JSON.stringify(body) !== JSON.stringify(unauthorizedDot))).toHaveLength(1);
  });

  it('remembers by how much the clock of the app is wrong', async () => {
    const { user, factor } = await withFactor();
    for (const ahead of [1, 2, 3]) {
      app.clock.advanceSeconds(30);
      const code = { software_token_mfa_code: factor.code(ahead) };
      expect((await respond(app, user, await challengeOf(app, user), code)).status).toBe(200);
    }
    app.clock.advanceSeconds(300);
    const right = { software_token_mfa_code: factor.code() };
    expect((await respond(app, user, await challengeOf(app, user), right)).status).toBe(401);
  });

  it('gives another session after a wrong code, spends the one before, and ends with the third', async () => {
    const { user, factor } = await withFactor();
    const wrong = { software_token_mfa_code: factor.wrongCode() };
    const first = await challengeOf(app, user);
    const refused = await respond(app, user, first, wrong);
    expect([refused.status, refused.body]).toEqual([
      401,
      { message: WRONG_CODE, status: 401, session: expect.any(String) },
    ]);
    const right = { software_token_mfa_code: factor.nextCode() };
    expect((await respond(app, user, first, right)).body).toEqual(unauthorizedDot);
    const second = await respond(app, user, sessionIn(refused), { software_token_mfa_code: factor.wrongCode() });
    const third = await respond(app, user, sessionIn(second), { software_token_mfa_code: factor.wrongCode() });
    expect(third.body).toEqual({ message: WRONG_CODE, status: 401 });
    expect((await respond(app, user, sessionIn(second), right)).body).toEqual(unauthorizedDot);
  });

  it("refuses an expired session, another user's and that of another step", async () => {
    const { user, factor } = await withFactor();
    const other = await withFactor();
    const session = await challengeOf(app, user);
    const code = () => ({ software_token_mfa_code: factor.nextCode() });
    expect((await respond(app, other.user, session, code())).body).toEqual(unauthorizedDot);
    const json = { session, username: user.username, new_password: 'b2BDWZrQwDF5u4Yu' };
    expect((await v1.call('new-password-required', json)).body).toEqual(unauthorizedDot);
    const finish = { challenge_name: 'MFA_SETUP', session, username: user.username };
    expect((await v1.call('respond-to-auth-challenge', finish)).body).toEqual(unauthorizedDot);
    expect((await v1.call('associate-software-token', { session })).body).toEqual(unauthorizedDot);
    app.clock.advanceSeconds(15 * 60);
    expect((await respond(app, user, session, code())).body).toEqual(unauthorizedDot);
  });

  it('is void once the user is disabled or has another password', async () => {
    const { user, factor } = await withFactor();
    const admin = bearer(await app.logIn(await app.createUser(`admin${users++}`, 'admin')));
    for (const change of [{ temporaryPassword: 'b2BDWZrQwDF5u4Yu' }, { enabled: false }]) {
      const session = await challengeOf(
        app,
        { ...user, ...(change.enabled === false && { password: 'b2BDWZrQwDF5u4Yu' }) },
        change.enabled === false ? 'NEW_PASSWORD_REQUIRED' : undefined,
      );
      await app.call('PATCH', `/admin/users/${user.id}`, { headers: admin, json: change });
      const code = { software_token_mfa_code: factor.nextCode() };
      expect((await respond(app, user, session, code)).body).toEqual(unauthorizedDot);
    }
  });
});

describe('a user with a temporary password and a second factor', () => {
  it('sets the new password first, and then sends a code', async () => {
    const { user, factor } = await withFactor();
    await database.query('UPDATE users SET password_change_required = true WHERE id = $1', [user.id]);
    const session = await challengeOf(app, user, 'NEW_PASSWORD_REQUIRED');
    const json = { session, username: user.username, new_password: 'b2BDWZrQwDF5u4Yu' };
    const next = await v1.call('new-password-required', json);
    expect([next.status, next.body]).toEqual([
      200,
      { challenge_name: 'SOFTWARE_TOKEN_MFA', session: expect.any(String) },
    ]);
    const code = { software_token_mfa_code: factor.nextCode() };
    expect((await respond(app, user, sessionIn(next), code)).body).toEqual(TOKENS);
  });
});

describe('a user of whom a second factor is required, and who has none', () => {
  async function begin(): Promise<{ user: TestUser; factor: Authenticator; session: string }> {
    const user = await newUser();
    await requireFactor(user);
    const begun = await v1.call('associate-software-token', { session: await challengeOf(app, user, 'MFA_SETUP') });
    const { secret_code, session } = begun.body as { secret_code: string; session: string };
    return { user, factor: new Authenticator(app, secret_code), session };
  }

  it('sets one up on the way', async () => {
    const { user, factor, session } = await begin();
    const verified = await v1.call('verify-software-token', { session, user_code: factor.code() });
    expect(verified.body).toEqual({
      status: 'SUCCESS',
      session: expect.any(String),
      recovery_codes: Array(10).fill(expect.any(String)),
    });
    const json = { challenge_name: 'MFA_SETUP', session: sessionIn(verified), username: user.username };
    const { status, body } = await v1.call('respond-to-auth-challenge', json);
    expect([status, body]).toEqual([200, TOKENS]);
    expect(claimsOf((body as SessionTokens).access_token).amr).toEqual(['pwd', 'otp', 'mfa']);
    expect((await v1.call('respond-to-auth-challenge', json)).body).toEqual(unauthorizedDot);
    expect(await logInWithFactor(app, user, factor)).toEqual(TOKENS);
  });

  it('gets tokens by no session of the setup before it is done', async () => {
    const { user, session, factor } = await begin();
    const json = { challenge_name: 'MFA_SETUP', session, username: user.username };
    expect((await v1.call('respond-to-auth-challenge', json)).body).toEqual(unauthorizedDot);
    const code = { software_token_mfa_code: factor.code() };
    expect((await respond(app, user, session, code)).body).toEqual(unauthorizedDot);
  });

  it('gets another session after a wrong code, and none after the third', async () => {
    const { factor, session } = await begin();
    let response = await v1.call('verify-software-token', { session, user_code: factor.wrongCode() });
    for (let n = 0; n < 2; n++) {
      expect(response.body).toEqual({ message: WRONG_CODE, status: 401, session: expect.any(String) });
      const json = { session: sessionIn(response), user_code: factor.wrongCode() };
      response = await v1.call('verify-software-token', json);
    }
    expect(response.body).toEqual({ message: WRONG_CODE, status: 401 });
  });

  it('loses a setup that another one of theirs has overtaken', async () => {
    const { user, session } = await begin();
    const other = await challengeOf(app, user, 'MFA_SETUP');
    const { body } = await v1.call('associate-software-token', { session: other });
    const { secret_code, session: next } = body as { secret_code: string; session: string };
    const json = { session: next, user_code: totpCode(secret_code, app.clock.now()) };
    expect((await v1.call('verify-software-token', json)).status).toBe(200);
    expect((await v1.call('associate-software-token', { session })).body).toEqual(unauthorizedDot);
  });
});

describe('a recovery code', () => {
  it('logs in once, however it is typed, gives another one, and is told by mail', async () => {
    const { user, factor } = await withFactor(newMailUser());
    const recovery_code = factor.recoveryCodes[3]!;
    const typed = { recovery_code: recovery_code.toLowerCase().replaceAll('-', ' ') };
    const { status, body } = await respond(app, user, await challengeOf(app, user), typed);
    expect([status, body]).toEqual([200, { ...TOKENS, recovery_code: expect.stringMatching(/^[A-Z2-7-]{19}$/) }]);
    expect((await inbox.next(mailOf(user), 1)).text).toContain('One of your recovery codes was used');
    expect((await respond(app, user, await challengeOf(app, user), { recovery_code })).status).toBe(401);
    const next = { recovery_code: (body as { recovery_code: string }).recovery_code };
    expect((await respond(app, user, await challengeOf(app, user), next)).status).toBe(200);
    const left = await database.query('SELECT FROM recovery_codes WHERE user_id = $1', [user.id]);
    expect(left).toHaveLength(10);
  });

  it('lets one of many win who use it at once', async () => {
    const { user, factor } = await withFactor();
    const sessions = await challengesOf(user, 10);
    const code = { recovery_code: factor.recoveryCodes[0]! };
    const responses = await Promise.all(sessions.map((session) => respond(app, user, session, code)));
    expect(statusesOf(responses)).toEqual([200, ...Array<number>(9).fill(401)]);
  });

  it("is none of another user's", async () => {
    const [one, other] = [await withFactor(), await withFactor()];
    const code = { recovery_code: other.factor.recoveryCodes[0]! };
    expect((await respond(app, one.user, await challengeOf(app, one.user), code)).status).toBe(401);
  });
});

describe('a body that is wrong', () => {
  const both = { access_token: 'x', session: 'y' };
  const answer = { challenge_name: 'SOFTWARE_TOKEN_MFA', session: 'x', username: 'x' };
  const oneCode = 'Exactly one of software_token_mfa_code and recovery_code is required';
  it.each([
    ['associate-software-token', {}, 'Exactly one of access_token and session is required'],
    ['associate-software-token', both, 'Exactly one of access_token and session is required'],
    ['associate-software-token', { session: null }, 'session must be a string'],
    ['verify-software-token', { session: 'x' }, 'user_code must be a string'],
    ['verify-software-token', { session: 'x', user_code: '12345' }, 'user_code must be six digits'],
    ['verify-software-token', { ...both, user_code: '123456' }, 'Exactly one of access_token and session is required'],
    [
      'verify-software-token',
      { session: 'x', user_code: '123456', friendly_device_name: 'a\0b' },
      'friendly_device_name must hold no control characters',
    ],
    ['respond-to-auth-challenge', answer, oneCode],
    ['respond-to-auth-challenge', { ...answer, software_token_mfa_code: '123456', recovery_code: 'x' }, oneCode],
    [
      'respond-to-auth-challenge',
      { ...answer, challenge_name: 'SMS_MFA' },
      'challenge_name must be one of the following values: SOFTWARE_TOKEN_MFA, MFA_SETUP',
    ],
    [
      'respond-to-auth-challenge',
      { ...answer, software_token_mfa_code: 123456 },
      'software_token_mfa_code must be a string',
    ],
  ])('%s %j is refused with 422 that says what is wrong', async (path, json, message) => {
    const { status, body } = await v1.call(path, json);
    expect([status, body]).toEqual([422, { message, status: 422 }]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../src/common/actor.js';
import { SecondFactorsService } from '../../src/factors/second-factors.service.js';
import type { AccountChanges } from '../../src/users/account.js';
import { UsersService } from '../../src/users/users.service.js';
import { challengeOf, respond, setUpFactor, totpCode, type Authenticator } from '../support/authenticator.js';
import { SAME_ORIGIN } from '../support/console-client.js';
import { SmtpInbox } from '../support/smtp-inbox.js';
import { basic, bearer, PASSWORD, TestApp, type TestResponse, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { V1Client } from '../support/v1-client.js';

const NEW_PASSWORD = 'b2BDWZrQwDF5u4Yu';
/** Whatever has no room for a code names where there is. */
const ELSEWHERE = 'log in at /v1/login, or use a named token made before';

let database: TestDatabase;
let inbox: SmtpInbox;
let app: TestApp;
let v1: V1Client;
let users = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  inbox = await SmtpInbox.start();
  app = await TestApp.start(database.url, { env: { SMTP_URL: inbox.url, TRUST_PROXY: 'true' } });
  v1 = new V1Client(app);
});

afterAll(async () => {
  await app.close();
  await inbox.close();
  await database.drop();
});

const STATES = [
  'no factor',
  'app',
  'recovery code',
  'required and not set up',
  'app, disabled',
  'app, temporary password',
  'temporary password',
] as const;

type State = (typeof STATES)[number];

/** A user in one of these states, and what they had before. */
interface Subject {
  readonly user: TestUser;
  readonly state: State;
  readonly factor?: Authenticator;
  /** Of a login and a named token; none where no path looks at them. */
  readonly refreshToken: string;
  readonly named: string;
}

async function tokensOf(user: TestUser): Promise<Pick<Subject, 'refreshToken' | 'named'>> {
  const { refresh_token: refreshToken } = await v1.logIn(user);
  const json = { jwt_token_description: 'named', jwt_token_life: '1d' };
  const issued = await app.call('POST', '/api/v1alpha/token', { headers: asUser(user), json });
  return { refreshToken, named: (issued.body as { jwt_token: string }).jwt_token };
}

async function subjectIn(state: State, hasTokens: boolean): Promise<Subject> {
  const user = await app.createUser(`user${users++}`);
  const tokens = hasTokens ? await tokensOf(user) : { refreshToken: 'none', named: 'none' };
  const factor = /^app|^recovery/.test(state) ? await setUpFactor(app, user) : undefined;
  const change = (changes: AccountChanges) => app.get(UsersService).updateUser(SYSTEM, user.id, changes);
  if (state === 'required and not set up') await app.get(SecondFactorsService).setRequired(SYSTEM, user.id, true);
  if (state.endsWith('disabled')) await change({ enabled: false });
  if (state.endsWith('temporary password')) await change({ temporaryPassword: PASSWORD });
  return { user, state, ...(factor && { factor }), ...tokens };
}

/** What a call comes to: that it passes, the challenge that it gets, or the status of its refusal with what it names. */
async function outcomeOf(call: Promise<TestResponse>): Promise<string> {
  const { status, text, body } = await call;
  const { challenge_name } = (body ?? {}) as { challenge_name?: string };
  if (challenge_name) return challenge_name;
  if (status < 400) return 'passes';
  if (text.includes(ELSEWHERE)) return `${status} elsewhere`;
  return text.includes('Password change required') ? `${status} password` : String(status);
}

const logIn = ({ username }: TestUser, password = PASSWORD) => v1.call('login', { username, password });

async function sessionOf(user: TestUser): Promise<string> {
  return ((await logIn(user)).body as { session?: string }).session ?? 'none';
}

async function setUpOnTheWay({ user }: Subject): Promise<string> {
  const begun = await v1.call('associate-software-token', { session: await sessionOf(user) });
  const { secret_code, session = 'none' } = begun.body as { secret_code?: string; session?: string };
  const user_code = secret_code ? totpCode(secret_code, app.clock.now()) : '123456';
  const verified = await v1.call('verify-software-token', { session, user_code });
  const { session: done = 'none' } = verified.body as { session?: string };
  const json = { challenge_name: 'MFA_SETUP', session: done, username: user.username };
  return outcomeOf(v1.call('respond-to-auth-challenge', json));
}

async function logInAfterReset({ user, state }: Subject): Promise<string> {
  const { username } = user;
  await database.query(`UPDATE users SET email = username || '@example.com' WHERE id = $1`, [user.id]);
  await v1.call('forgot-password', { username });
  // A disabled user gets no mail.
  const isMailed = !state.endsWith('disabled');
  const confirmation_code = isMailed ? await inbox.nextCode(`${username}@example.com`) : 'AAAAAAAA';
  await v1.call('forgot-password-confirm', { username, password: NEW_PASSWORD, confirmation_code });
  return outcomeOf(logIn(user, NEW_PASSWORD));
}

const asUser = ({ username }: TestUser) => basic(username, PASSWORD);

const openConsole = ({ username }: TestUser, code: object) => {
  const json = { username, password: PASSWORD, ...code };
  return outcomeOf(app.call('POST', '/console/session', { headers: SAME_ORIGIN, json }));
};

type Path = (subject: Subject) => Promise<string>;

const PATHS: Readonly<Record<string, Path>> = {
  'v1 login': ({ user }) => outcomeOf(logIn(user)),
  'v1 login and code': async ({ user, state, factor }) => {
    const software_token_mfa_code = factor?.nextCode() ?? '123456';
    const recovery_code = factor?.recoveryCodes[0] ?? 'none';
    const code = state === 'recovery code' ? { recovery_code } : { software_token_mfa_code };
    return outcomeOf(respond(app, user, await sessionOf(user), code));
  },
  'v1 new password': async ({ user }) => {
    const json = { session: await sessionOf(user), username: user.username, new_password: NEW_PASSWORD };
    return outcomeOf(v1.call('new-password-required', json));
  },
  'v1 setup on the way': setUpOnTheWay,
  'v1 login after a forgotten password': logInAfterReset,
  'v1 refresh of a login before': ({ user, refreshToken }) => outcomeOf(v1.refresh(user.username, refreshToken)),
  'api2 login': ({ user: { username } }) =>
    outcomeOf(app.call('POST', '/api2/tokens', { json: { username, password: PASSWORD } })),
  'v1alpha by Basic': ({ user }) => {
    const json = { jwt_token_description: 'another', jwt_token_life: '1d' };
    return outcomeOf(app.call('POST', '/api/v1alpha/token', { headers: asUser(user), json }));
  },
  'authtokens by Basic': ({ user }) => {
    const json = { userId: user.id, context: ['AddCommentToChangeRequest'] };
    return outcomeOf(app.call('POST', '/api/authtokens', { headers: asUser(user), json }));
  },
  'the rest by Basic': ({ user }) => outcomeOf(app.call('GET', '/me/tokens', { headers: asUser(user) })),
  'a named token made before': ({ named }) => outcomeOf(app.call('GET', '/me/tokens', { headers: bearer(named) })),
  'console login': ({ user }) => openConsole(user, {}),
  'console login and code': ({ user, state, factor }) => {
    const code = factor?.nextCode() ?? '123456';
    const recoveryCode = factor?.recoveryCodes[0];
    return openConsole(user, state === 'recovery code' ? { recoveryCode } : { code });
  },
};

/** After these a user is not in the state that they were in. */
const CHANGING = [
  'v1 login and code',
  'v1 new password',
  'v1 setup on the way',
  'v1 login after a forgotten password',
  'console login and code',
];

const unchanged = new Map<State, Subject>();

async function subjectFor(path: string, state: State): Promise<Subject> {
  if (CHANGING.includes(path)) return subjectIn(state, false);
  const subject = unchanged.get(state) ?? (await subjectIn(state, true));
  unchanged.set(state, subject);
  return subject;
}

const APP = 'SOFTWARE_TOKEN_MFA';
const NEW = 'NEW_PASSWORD_REQUIRED';

/** In the order of STATES. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'v1 login': ['passes', APP, APP, 'MFA_SETUP', '401', NEW, NEW],
  'v1 login and code': ['401', 'passes', 'passes', '401', '401', '401', '401'],
  'v1 new password': ['401', '401', '401', '401', '401', APP, 'passes'],
  'v1 setup on the way': ['401', '401', '401', 'passes', '401', '401', '401'],
  'v1 login after a forgotten password': ['passes', APP, APP, 'MFA_SETUP', '401', APP, 'passes'],
  'v1 refresh of a login before': ['passes', 'passes', 'passes', 'passes', '401', '401', '401'],
  'api2 login': [
    ...['passes', '403 elsewhere', '403 elsewhere', '403 elsewhere'],
    ...['401', '403 password', '403 password'],
  ],
  'v1alpha by Basic': [
    ...['passes', '401 elsewhere', '401 elsewhere', '401 elsewhere'],
    ...['401', '401 password', '401 password'],
  ],
  'authtokens by Basic': [
    ...['passes', '403 elsewhere', '403 elsewhere', '403 elsewhere'],
    ...['401', '403 password', '403 password'],
  ],
  'the rest by Basic': [
    ...['passes', '403 elsewhere', '403 elsewhere', '403 elsewhere'],
    ...['401', '403 password', '403 password'],
  ],
  'a named token made before': ['passes', 'passes', 'passes', 'passes', '401', 'passes', 'passes'],
  'console login': ['passes', '403', '403', '403', '401', '403', '403'],
  'console login and code': ['passes', 'passes', 'passes', '403', '401', '403', '403'],
};

describe('of every path to a token, in every state of a user,', () => {
  it.each(Object.entries(PATHS))('%s comes to what the table says', async (name, path) => {
    const outcomes: string[] = [];
    const subjects = await Promise.all(STATES.map((state) => subjectFor(name, state)));
    // One after the other, since their apps move the clock.
    for (const subject of subjects) outcomes.push(await path(subject));
    expect(outcomes).toEqual(EXPECTED[name]);
  });
});

describe('a cached login by Basic', () => {
  const introspect = (user: TestUser) =>
    app.call('POST', '/oauth2/introspect', { headers: asUser(user), json: { token: 'x' } });

  it.each([
    ['once the user has a factor', (user: TestUser) => setUpFactor(app, user)],
    [
      'once one is required of the user',
      (user: TestUser) => app.get(SecondFactorsService).setRequired(SYSTEM, user.id, true),
    ],
    ['once one is required of their role', () => app.get(SecondFactorsService).setRoles(SYSTEM, ['service'])],
  ])('ends %s', async (_, change) => {
    await app.get(SecondFactorsService).setRoles(SYSTEM, []);
    const user = await app.createUser(`user${users++}`, 'service');
    const before = await introspect(user);
    await change(user);
    const after = await introspect(user);
    expect([before.status, after.status]).toEqual([200, 403]);
    expect(after.text).toContain(ELSEWHERE);
  });
});

describe('guessing codes', () => {
  const from = (n: number) => ({ 'x-forwarded-for': `2001:db8:${n.toString(16)}::1` });

  it('counts with the wrong passwords, which a right password does not reset', async () => {
    const user = await app.createUser(`user${users++}`);
    const factor = await setUpFactor(app, user);
    const guess = async (): Promise<number> => {
      const code = { software_token_mfa_code: factor.wrongCode() };
      return (await respond(app, user, await challengeOf(app, user, APP, from(1)), code, from(1))).status;
    };
    for (let n = 0; n < 5; n++) expect(await guess()).toBe(401);
    expect((await v1.call('login', { username: user.username, password: PASSWORD }, from(1))).status).toBe(401);
    app.clock.advanceSeconds(1);
    const code = { software_token_mfa_code: factor.nextCode() };
    expect((await respond(app, user, await challengeOf(app, user, APP, from(1)), code, from(1))).status).toBe(200);
  });

  it('from many networks stops after 20 codes, and leaves a network that the user knows alone', async () => {
    const user = await app.createUser(`user${users++}`);
    const factor = await setUpFactor(app, user);
    const home = from(0xffff);
    const known = { software_token_mfa_code: factor.nextCode() };
    expect((await respond(app, user, await challengeOf(app, user, APP, home), known, home)).status).toBe(200);
    const wrong = { software_token_mfa_code: factor.wrongCode() };
    const guess = async (n: number): Promise<boolean> => {
      const login = await v1.call('login', { username: user.username, password: PASSWORD }, from(n));
      const { session } = login.body as { session?: string };
      if (session !== undefined) await respond(app, user, session, wrong, from(n));
      return session !== undefined;
    };
    const compared: boolean[] = [];
    for (let n = 0; n < 20; n++) compared.push(await guess(n));
    expect(compared).toEqual(Array(20).fill(true));
    const refused = await Promise.all(Array.from({ length: 180 }, (_, n) => guess(20 + n)));
    expect(refused).toEqual(Array(180).fill(false));
    const code = { software_token_mfa_code: factor.nextCode() };
    expect((await respond(app, user, await challengeOf(app, user, APP, home), code, home)).status).toBe(200);
  });

  it('is refused while the account is locked, also with the right code, which is not used up', async () => {
    const user = await app.createUser(`user${users++}`);
    const factor = await setUpFactor(app, user);
    const session = await challengeOf(app, user, APP, from(2));
    for (let n = 0; n < 5; n++) await v1.call('login', { username: user.username, password: 'wrong' }, from(2));
    factor.nextCode();
    for (let n = 0; n < 10; n++) await v1.call('login', { username: user.username, password: 'wrong' }, from(2));
    const code = { software_token_mfa_code: factor.code() };
    const locked = await respond(app, user, session, code, from(2));
    expect(locked.status).toBe(401);
    const { session: next } = locked.body as { session: string };
    app.clock.advanceSeconds(2);
    expect((await respond(app, user, next, code, from(2))).status).toBe(200);
  });
});

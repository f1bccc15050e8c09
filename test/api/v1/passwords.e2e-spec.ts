import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD, TestApp, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { SmtpInbox } from '../../support/smtp-inbox.js';
import { until } from '../../support/verification-paths.js';
import { V1Client, type SessionTokens } from '../../support/v1-client.js';

const NEW_PASSWORD = 'b2BDWZrQwDF5u4Yu';
const wrongLogin = { message: 'Incorrect username or password.', status: 401 };
const wrongCode = { message: 'Invalid verification code provided, please try again.', status: 401 };
const unauthorized = { message: 'Unauthorized.', status: 401 };
const tooMany = { message: 'Too many attempts; try again later', status: 429 };

let database: TestDatabase;
let inbox: SmtpInbox;
let app: TestApp;
let v1: V1Client;

beforeAll(async () => {
  database = await createTestDatabase();
  inbox = await SmtpInbox.start();
  app = await TestApp.start(database.url, { env: { SMTP_URL: inbox.url, MAIL_FROM: 'Keys <keys@example.com>' } });
  v1 = new V1Client(app);
});

afterAll(async () => {
  await app.close();
  await inbox.close();
  await database.drop();
});

async function createUser(username: string): Promise<TestUser & { email: string }> {
  const user = await app.createUser(username);
  const email = `${username}@example.com`;
  await database.query('UPDATE users SET email = $1 WHERE id = $2', [email, user.id]);
  return { ...user, email };
}

async function askForCode({ username, email }: { username: string; email: string }): Promise<string> {
  const seen = inbox.mails.filter(({ to }) => to.includes(email)).length;
  const { status, text } = await v1.call('forgot-password', { username });
  expect([status, text]).toEqual([204, '']);
  return inbox.nextCode(email, seen);
}

/** An instance behind a proxy that says whence a call comes. */
async function startBehindProxy(): Promise<{ app: TestApp; from: (n: number) => Record<string, string> }> {
  const open = await TestApp.start(database.url, { env: { TRUST_PROXY: '1', SMTP_URL: inbox.url } });
  return { app: open, from: (n) => ({ 'x-forwarded-for': `2001:db8:${n.toString(16)}::1` }) };
}

function confirm(username: string, confirmation_code: string, password = NEW_PASSWORD) {
  return v1.call('forgot-password-confirm', { username, password, confirmation_code });
}

describe('POST /v1/forgot-password', () => {
  it('sends a code in text and HTML that says how long it is valid, and repeats nothing of the request', async () => {
    const user = await createUser('forgetful');
    const code = await askForCode({ ...user, username: 'FORGETFUL' });
    const { to, text } = await inbox.next(user.email);
    expect(to).toEqual([user.email]);
    for (const part of [
      /^From: Keys <keys@example.com>\r$/m,
      /^Subject: Tessera: your confirmation code\r$/m,
      /^Content-Type: text\/plain/m,
      /^Content-Type: text\/html/m,
      /valid for one hour, until 2026-03-01 13:00 UTC/,
      new RegExp(`>${code}</p>`),
    ]) {
      expect(text).toMatch(part);
    }
    expect(text.replaceAll(user.email, '')).not.toMatch(/forgetful/i);
  });

  it('takes the e-mail address, in any case', async () => {
    const user = await createUser('recipient');
    const code = await askForCode({ username: 'Recipient@Example.COM', email: user.email });
    expect((await confirm('recipient@example.com', code)).status).toBe(204);
  });

  it('sends nothing to an address that two users share, nor to a disabled user, nor to one without an address', async () => {
    const [one, two, disabled] = [await createUser('twin1'), await createUser('twin2'), await createUser('off')];
    await app.createUser('addressless');
    await database.query("UPDATE users SET email = 'twins@example.com' WHERE id = ANY ($1)", [[one.id, two.id]]);
    await database.query('UPDATE users SET enabled = false WHERE id = $1', [disabled.id]);
    for (const username of ['twins@example.com', 'off', 'addressless', 'nobody', 'no\0body']) {
      const answer = await v1.call('forgot-password', { username });
      expect([answer.status, answer.text]).toEqual([204, '']);
    }
    const last = await createUser('last');
    await askForCode(last);
    expect(inbox.mails.filter(({ to }) => /twins|off|addressless|nobody/.test(to.join()))).toEqual([]);
  });

  it.each(['name', 'address'])('sends five mails an hour, and responds to the sixth call by %s alike', async (by) => {
    const user = await createUser(`eager-${by}`);
    const ask = async (): Promise<void> => {
      const answer = await v1.call('forgot-password', { username: by === 'name' ? user.username : user.email });
      expect([answer.status, answer.text]).toEqual([204, '']);
    };
    for (let asked = 0; asked < 5; asked++) {
      await ask();
      await inbox.next(user.email, asked);
      app.clock.advanceSeconds(600);
    }
    await ask();
    app.clock.advanceSeconds(599);
    await ask();
    app.clock.advanceSeconds(1);
    await ask();
    await ask();
    await inbox.next(user.email, 5);
    // Whoever asks later gets the mail later.
    await askForCode(await createUser(`patient-${by}`));
    expect(inbox.mails.filter(({ to }) => to.includes(user.email))).toHaveLength(6);
  });

  it('sends no more than five of many that are asked for at once, on several instances', async () => {
    const { username, email } = await createUser('impatient');
    const other = await TestApp.start(database.url, { env: { SMTP_URL: inbox.url }, clock: app.clock });
    const calls = Array.from({ length: 12 }, (_, n) => new V1Client(n % 2 ? app : other));
    const answers = await Promise.all(calls.map((client) => client.call('forgot-password', { username })));
    expect(answers.map(({ status }) => status)).toEqual(calls.map(() => 204));
    await inbox.next(email, 4);
    await askForCode(await createUser('behind'));
    expect(inbox.mails.filter(({ to }) => to.includes(email))).toHaveLength(5);
    await other.close();
  });

  it('adds no row for made-up names and no page for each, and queues nothing', async () => {
    const { app: open, from } = await startBehindProxy();
    const size = async () => {
      const [row] = await database.query<{ rows: number; jobs: number; pages: number }>(
        `SELECT (SELECT count(*) FROM reset_codes)::integer AS rows, (SELECT count(*) FROM pgboss.job)::integer AS jobs,
           pg_total_relation_size('reset_codes')::integer / 8192 AS pages`,
      );
      return row!;
    };
    await open.call('POST', '/v1/forgot-password', { json: { username: 'made-up' }, headers: from(1_000) });
    const before = await size();
    for (let n = 0; n < 500; n += 20) {
      const ask = (_: unknown, m: number) =>
        open.call('POST', '/v1/forgot-password', { json: { username: `made-up-${n + m}` }, headers: from(n + m) });
      const answers = await Promise.all(Array.from({ length: 20 }, ask));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    }
    await until(async () => (await database.query(`SELECT FROM reset_codes WHERE requests <> '[]'`)).length === 0);
    const { pages, ...after } = await size();
    expect({ ...after, pages: before.pages }).toEqual(before);
    // New versions of the rows that all of them share may take a page; five hundred rows would take more than ten.
    expect(pages - before.pages).toBeLessThan(5);
    await open.close();
  });

  it('tells a network that calls too often when the next call passes, whatever the name, and no other network', async () => {
    const { app: open, from } = await startBehindProxy();
    const ask = (n: number, username: string) =>
      open.call('POST', '/v1/forgot-password', { json: { username }, headers: from(n) });
    const { username, email } = await createUser('neighbour');
    let passed = 0;
    let answer = await ask(1, username);
    for (; answer.status === 204; passed++) answer = await ask(1, [username, email, `nobody-${passed}`][passed % 3]!);
    expect(passed).toBeGreaterThanOrEqual(20);
    expect([answer.status, answer.body, answer.headers.get('x-should-retry')]).toEqual([429, tooMany, 'false']);
    expect((await ask(2, username)).status).toBe(204);
    const seconds = Number(answer.headers.get('retry-after'));
    open.clock.advanceSeconds(seconds - 1);
    expect((await ask(1, username)).status).toBe(429);
    open.clock.advanceSeconds(1);
    expect((await ask(1, username)).status).toBe(204);
    expect((await ask(1, username)).status).toBe(429);
    await open.close();
  });

  it('is not lost with the process that has responded', async () => {
    const { username, email } = await createUser('survivor');
    await database.query(
      `INSERT INTO reset_codes (user_id, asked_at, requests, expires_at)
       SELECT id, ARRAY[now()], '[{"address": "192.0.2.1", "userAgent": null, "requestId": null}]', now() FROM users
       WHERE username = $1`,
      [username],
    );
    const next = await TestApp.start(database.url, { env: { SMTP_URL: inbox.url }, clock: app.clock });
    await inbox.next(email);
    await next.close();
  });
});

describe('POST /v1/forgot-password-confirm', () => {
  it('sets the new password, once', async () => {
    const user = await createUser('resetter');
    const code = await askForCode(user);
    expect(code).toMatch(/^[A-Za-z0-9]{8}$/);
    const answer = await confirm('resetter', code);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect((await v1.call('login', user)).body).toEqual(wrongLogin);
    await v1.logIn({ ...user, password: NEW_PASSWORD });
    expect((await confirm('resetter', code, 'an0ther-Passw0rd!')).body).toEqual(wrongCode);
  });

  it('takes the code of one user for no other', async () => {
    const [one, two] = [await createUser('one'), await createUser('two')];
    const code = await askForCode(one);
    await askForCode(two);
    expect((await confirm('two', code)).body).toEqual(wrongCode);
  });

  it('takes only the newest code', async () => {
    const user = await createUser('asks-twice');
    const [older, newest] = [await askForCode(user), await askForCode(user)];
    expect((await confirm('asks-twice', older)).body).toEqual(wrongCode);
    expect((await confirm('asks-twice', newest)).status).toBe(204);
  });

  it('takes a code up to the second before its hour is over', async () => {
    const user = await createUser('slow');
    const [first] = [await askForCode(user)];
    app.clock.advanceSeconds(3_600);
    expect((await confirm('slow', first)).body).toEqual(wrongCode);
    const second = await askForCode(user);
    app.clock.advanceSeconds(3_599);
    expect((await confirm('slow', second)).status).toBe(204);
  });

  it.each(['known', 'unknown'])('refuses five wrong codes with 401 and then 429, for an %s user', async (kind) => {
    const username = kind === 'known' ? 'guessed' : 'guessed-nobody';
    const code = kind === 'known' ? await askForCode(await createUser(username)) : 'right';
    if (kind === 'unknown') await v1.call('forgot-password', { username });
    for (let tries = 0; tries < 5; tries++) expect((await confirm(username, 'wrong')).body).toEqual(wrongCode);
    const answer = await confirm(username, code);
    expect([answer.status, answer.body]).toEqual([429, tooMany]);
    app.clock.advanceSeconds(Number(answer.headers.get('retry-after')) - 1);
    expect((await confirm(username, code)).status).toBe(429);
    app.clock.advanceSeconds(1);
    // Five wrong ones have spent it.
    expect((await confirm(username, code)).body).toEqual(wrongCode);
  });

  it('counts the tries of a code from everywhere together, and a new code has tries of its own', async () => {
    const { app: open, from } = await startBehindProxy();
    const user = await createUser('surrounded');
    const tryCode = (n: number, confirmation_code: string) =>
      open.call('POST', '/v1/forgot-password-confirm', {
        json: { username: 'surrounded', password: NEW_PASSWORD, confirmation_code },
        headers: from(n),
      });
    const code = await askForCode(user);
    for (let n = 0; n < 5; n++) expect((await tryCode(n, 'wrong')).body).toEqual(wrongCode);
    expect((await tryCode(6, code)).body).toEqual(wrongCode);
    for (let n = 0; n < 4; n++) await tryCode(7, 'wrong');
    const next = await askForCode(user);
    expect((await tryCode(7, next)).status).toBe(204);
    await open.close();
  });

  it('lets who has used up their tries ask for another code and use it at once', async () => {
    const user = await createUser('hasty-typist');
    await askForCode(user);
    for (let tries = 0; tries < 6; tries++) await confirm(user.username, 'wrong');
    expect((await confirm(user.username, await askForCode(user))).status).toBe(204);
  });

  it('gives guesses at once no more than five tries', async () => {
    const user = await createUser('besieged');
    await askForCode(user);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, guess) => confirm('besieged', `guess${guess}`)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  });

  it('lets one of two calls at once use the code', async () => {
    const user = await createUser('double');
    const code = await askForCode(user);
    const answers = await Promise.all([1, 2].map((n) => confirm('double', code, `${NEW_PASSWORD}${n}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
  });

  it('refuses a weak password with 422 and leaves the code valid', async () => {
    const user = await createUser('weakling');
    const code = await askForCode(user);
    for (const [password, message] of [
      ['short', 'The password must have 8 to 72 bytes'],
      ['ä'.repeat(37), 'The password must have 8 to 72 bytes'],
      ['WEAKLING', 'The password must not be the user name'],
      ['qwerty123', 'The password is one of the most common ones'],
      ['iloveyou', 'The password is one of the most common ones'],
    ] as const) {
      const answer = await confirm('weakling', code, password);
      expect([answer.status, answer.text]).toEqual([422, JSON.stringify({ message, status: 422 })]);
    }
    expect((await confirm(user.email, code, 'weakling')).status).toBe(422);
    expect((await confirm('weakling', code)).status).toBe(204);
  });

  it('keeps neither the code nor the mail in clear in the database', async () => {
    const user = await createUser('private');
    await inbox.close();
    await v1.call('forgot-password', { username: 'private' });
    const isQueued = async () => (await database.query(`SELECT FROM pgboss.job WHERE state < 'completed'`)).length > 0;
    await until(isQueued);
    const rows = await database.query<{ text: string }>(
      'SELECT data::text || coalesce(output::text, $1) AS text FROM pgboss.job WHERE state < $2',
      ['', 'completed'],
    );
    const codes = await database.query<{ text: string }>('SELECT reset_codes::text AS text FROM reset_codes');
    await inbox.open();
    const code = await inbox.nextCode(user.email);
    expect(rows.length).toBeGreaterThan(0);
    for (const { text } of [...rows, ...codes]) expect(text.includes(code) || text.includes(user.email)).toBe(false);
  });
});

describe('POST /v1/change-password', () => {
  const change = (access_token: string, previous_password: string, proposed_password = NEW_PASSWORD) =>
    v1.call('change-password', { access_token, previous_password, proposed_password });

  it('sets the new password', async () => {
    const user = await createUser('changer');
    const { access_token } = await v1.logIn(user);
    const answer = await change(access_token, PASSWORD);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect((await v1.call('login', user)).body).toEqual(wrongLogin);
    await v1.logIn({ ...user, password: NEW_PASSWORD });
  });

  it('refuses a wrong previous password, and every token but an access token, with 401', async () => {
    const user = await createUser('careful');
    const { access_token, id_token, refresh_token } = await v1.logIn(user);
    const api2 = await app.logIn(user);
    const answers = await Promise.all([
      change(access_token, 'wrong-password'),
      ...[id_token, refresh_token, api2, 'x', `${access_token}x`].map((token) => change(token, PASSWORD)),
    ]);
    for (const { status, body } of answers) expect([status, body]).toEqual([401, wrongLogin]);
  });

  it('refuses a weak password with 422', async () => {
    const { access_token } = await v1.logIn(await createUser('weak'));
    const message = 'The password is one of the most common ones';
    expect((await change(access_token, PASSWORD, 'password1')).body).toEqual({ message, status: 422 });
  });

  it('lets one of two changes at once succeed', async () => {
    const { access_token } = await v1.logIn(await createUser('changes-twice'));
    const answers = await Promise.all([1, 2].map((n) => change(access_token, PASSWORD, `${NEW_PASSWORD}${n}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
  });
});

describe('POST /v1/new-password-required', () => {
  async function challengeFor(user: TestUser): Promise<string> {
    const { username, password } = user;
    const answer = await v1.call('login', { username, password });
    const { session } = answer.body as { session: string };
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(`{"challenge_name":"NEW_PASSWORD_REQUIRED","session":"${session}"}`);
    return session;
  }
  const answerWith = (session: string, username: string, new_password = NEW_PASSWORD) =>
    v1.call('new-password-required', { session, username, new_password });

  it('sets the new password and logs in, once', async () => {
    const user = await app.createUser('newcomer', 'viewer', true);
    const session = await challengeFor(user);
    const answer = await answerWith(session, 'Newcomer');
    const { id_token, access_token, refresh_token } = answer.body as SessionTokens;
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(
      `{"id_token":"${id_token}","access_token":"${access_token}","refresh_token":"${refresh_token}","expires_in":86400}`,
    );
    expect((await v1.refresh('newcomer', refresh_token)).status).toBe(200);
    await v1.logIn({ ...user, password: NEW_PASSWORD });
    expect((await answerWith(session, 'newcomer', 'an0ther-Passw0rd!')).body).toEqual(unauthorized);
  });

  it("refuses an unknown session, another user's name and a session of more than 15 minutes with 401", async () => {
    const session = await challengeFor(await app.createUser('late', 'viewer', true));
    await app.createUser('other', 'viewer', true);
    for (const answer of [await answerWith('x', 'late'), await answerWith(session, 'other')]) {
      expect([answer.status, answer.body]).toEqual([401, unauthorized]);
    }
    app.clock.advanceSeconds(900);
    expect((await answerWith(session, 'late')).body).toEqual(unauthorized);
  });

  it('refuses a weak password with 422 and leaves the session valid', async () => {
    const session = await challengeFor(await app.createUser('tempted', 'viewer', true));
    const message = 'The password must not be the user name';
    expect((await answerWith(session, 'tempted', 'tempted')).status).toBe(422);
    const same = await app.createUser('same-as-name', 'viewer', true);
    expect((await answerWith(await challengeFor(same), 'same-as-name', 'Same-As-Name')).body).toEqual({
      message,
      status: 422,
    });
    expect((await answerWith(session, 'tempted')).status).toBe(200);
  });

  it('lets one of two calls at once succeed', async () => {
    const session = await challengeFor(await app.createUser('hasty', 'viewer', true));
    const answers = await Promise.all([1, 2].map(() => answerWith(session, 'hasty')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('refuses a session whose temporary password was replaced in the meantime', async () => {
    const user = await app.createUser('replaced', 'viewer', true);
    const session = await challengeFor(user);
    await database.query('UPDATE users SET password_version = password_version + 1 WHERE id = $1', [user.id]);
    expect((await answerWith(session, 'replaced')).body).toEqual(unauthorized);
  });
});

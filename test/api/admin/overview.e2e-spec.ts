import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CleanupService } from '../../../src/database/cleanup.service.js';
import { LiveCountsService } from '../../../src/overview/live-counts.service.js';
import { recordEvents, sealAll, whileNobodySeals } from '../../support/audit.js';
import { byCookie, openConsole } from '../../support/console-client.js';
import { issueContextToken } from '../../support/context-tokens.js';
import { basic, bearer, TestApp, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { V1Client } from '../../support/v1-client.js';

interface Hour {
  readonly hour: string;
  readonly [name: string]: number | string;
}

interface Overview {
  readonly counts: { readonly asOf: string; readonly tokens: Record<string, number>; readonly users: object } | null;
  readonly hours: readonly Hour[];
  readonly attention: readonly { readonly code: string; readonly message: string }[];
}

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
const NOTHING = { logins: 0, refusedLogins: 0, verifications: 0, refusedVerifications: 0, revocations: 0 };
const NO_TOKENS = {
  ...{ login: 0, api_key: 0, context: 0, session_access: 0, session_id: 0, session_refresh: 0, console: 0 },
};
const SINGLE_ADMIN = {
  code: 'single_admin',
  message: 'There is one enabled admin only: who locks them out locks everybody out',
};

let database: TestDatabase;
let app: TestApp;
let other: TestApp;
let admin: TestUser;

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

async function read(at = app, headers: Record<string, string> = {}): Promise<Overview> {
  const credentials = basic(admin.username, admin.password);
  const { status, body } = await at.call('GET', '/admin/overview', { headers: { ...credentials, ...headers } });
  expect(status).toBe(200);
  return body as Overview;
}

/** The present hour and the 23 before it, the present one as it is given. */
function lastDay(present: object, before: readonly object[] = []): object[] {
  const now = app.clock.now().getTime();
  const first = Math.floor(now / 1000 / HOUR_SECONDS) - 23;
  return Array.from({ length: 24 }, (_, at) => ({
    hour: new Date((first + at) * HOUR_SECONDS * 1000).toISOString(),
    ...NOTHING,
    ...(at === 23 ? present : before[before.length - 23 + at]),
  }));
}

const introspect = (token: string): Promise<unknown> =>
  app.call('POST', '/oauth2/introspect', { headers: basic(admin.username, admin.password), json: { token } });

describe('GET /admin/overview', () => {
  it('begins with nothing but the users and what needs attention', async () => {
    expect(await read()).toEqual({
      counts: {
        asOf: app.clock.now().toISOString(),
        tokens: NO_TOKENS,
        users: { enabled: 1, disabled: 0 },
      },
      hours: lastDay({}),
      attention: [SINGLE_ADMIN],
    });
  });
});

describe('The counts of the overview', () => {
  const recount = async (): Promise<Overview['counts']> => {
    app.clock.advanceSeconds(300);
    const asOf = app.clock.now().toISOString();
    for (;;) {
      // The other instance may be counting at this moment.
      await app.get(LiveCountsService).recount();
      const { counts } = await read(other);
      if (counts?.asOf === asOf) return counts;
    }
  };

  it('are of active tokens by kind, and of users, and say when they were made', async () => {
    const [user, off] = [await app.createUser('alive'), await app.createUser('off')];
    await new V1Client(app).logIn(user);
    await issueContextToken(app, user);
    await openConsole(app, admin);
    await app.logIn(off);
    await app.logIn(admin);
    const headers = basic(admin.username, admin.password);
    await app.call('POST', '/oauth2/revoke', { headers, json: { token: await app.logIn(user) } });
    await database.query('UPDATE tokens SET suspended_at = now() WHERE user_id = $1', [off.id]);
    await database.query('UPDATE users SET enabled = false WHERE id = $1', [off.id]);
    expect(await recount()).toEqual({
      asOf: app.clock.now().toISOString(),
      tokens: { ...NO_TOKENS, login: 1, context: 1, session_access: 1, session_id: 1, session_refresh: 1, console: 1 },
      users: { enabled: 2, disabled: 1 },
    });
  });

  it('are not of tokens that have expired, whether they are marked or not', async () => {
    app.clock.advanceSeconds(7 * DAY_SECONDS);
    const tokens = { ...NO_TOKENS, context: 1, session_refresh: 1 };
    expect((await recount())!.tokens).toEqual(tokens);
    await app.get(CleanupService).run();
    expect((await recount())!.tokens).toEqual(tokens);
  });

  it('are made by one instance, every few minutes', async () => {
    const { asOf } = (await recount())!;
    await app.logIn(admin);
    app.clock.advanceSeconds(60);
    await Promise.all([app, other].map((instance) => instance.get(LiveCountsService).recount()));
    expect((await read()).counts).toMatchObject({ asOf, tokens: { login: 0 } });
    expect(await recount()).toMatchObject({ asOf: app.clock.now().toISOString(), tokens: { login: 1 } });
  });
});

describe('GET /admin/overview, for whom', () => {
  it('takes a token and the cookie of the console, of an auditor too, and nobody else', async () => {
    const auditor = await app.createUser('auditor', 'auditor');
    const cookie = await openConsole(app, auditor);
    const viewer = await app.createUser('viewer');
    for (const [headers, status] of [
      [bearer(await app.logIn(auditor)), 200],
      [byCookie(cookie), 200],
      [basic(viewer.username, viewer.password), 403],
      [{}, 401],
    ] as const) {
      expect((await app.call('GET', '/admin/overview', { headers })).status).toBe(status);
    }
  });

  it('refuses a parameter', async () => {
    const headers = basic(admin.username, admin.password);
    expect((await app.call('GET', '/admin/overview?hours=48', { headers })).status).toBe(400);
  });
});

describe('The hours of the overview', () => {
  beforeEach(async () => {
    await read();
    await read(other);
    app.clock.advanceSeconds(DAY_SECONDS);
  });

  it('count the logins of every family and of the console, and passwords that are refused', async () => {
    const user = await app.createUser('busy');
    await app.logIn(user);
    await new V1Client(app).logIn(user);
    await openConsole(app, admin);
    await issueContextToken(app, user);
    const wrong = { username: user.username, password: 'wrong' };
    await app.call('POST', '/api2/tokens', { json: wrong });
    await app.call('GET', '/admin/users', { headers: basic(wrong.username, wrong.password) });
    expect((await read()).hours).toEqual(lastDay({ logins: 3, refusedLogins: 2 }));
  });

  it('count tokens that introspection, forward auth and our own endpoints accept or refuse', async () => {
    const user = await app.createUser('verified', 'auditor');
    const [token, context] = [await app.logIn(user), await issueContextToken(app, user)];
    for (const text of [token, context, 'nothing', 'no.token.this']) await introspect(text);
    for (const text of [token, context, 'no.token.this']) {
      await app.call('GET', '/auth/verify', { headers: bearer(text) });
    }
    for (const text of [token, context]) await app.call('GET', '/admin/users', { headers: bearer(text) });
    await app.call('POST', '/admin/explain', { headers: basic('root', admin.password), json: { token } });
    expect((await read()).hours).toEqual(lastDay({ logins: 1, verifications: 4, refusedVerifications: 5 }));
  });

  it('count revoked tokens: each by itself, all of a user, of a session, and all that match', async () => {
    const user = await app.createUser('ended');
    const headers = basic(admin.username, admin.password);
    const [token, second] = [await app.logIn(user), await app.logIn(user)];
    await new V1Client(app).logIn(user);
    await app.call('POST', '/oauth2/revoke', { headers, json: { token } });
    await app.call('DELETE', '/api2/tokens', { headers: bearer(second) });
    await issueContextToken(app, user);
    await issueContextToken(app, user);
    const wanted = { match: { username: user.username }, action: 'revoke', reason: 'A stolen laptop', expect: 2 };
    expect((await app.call('POST', '/admin/revocations', { headers, json: wanted })).status).toBe(202);
    const revocations = 1 + 4 + 2;
    expect((await read()).hours).toEqual(lastDay({ logins: 3, verifications: 1, revocations }));
  });

  it('go on to the next, and go away after a day', async () => {
    const { hours } = await read();
    expect(hours).toEqual(lastDay({}));
    await app.logIn(admin);
    await read();
    app.clock.advanceSeconds(HOUR_SECONDS);
    await app.logIn(admin);
    await app.logIn(admin);
    expect((await read()).hours).toEqual(lastDay({ logins: 2 }, [{ logins: 1 }]));
    app.clock.advanceSeconds(23 * HOUR_SECONDS);
    const now = await read();
    expect(now.hours[0]).toMatchObject({ logins: 2 });
    expect(now.hours.slice(1)).toEqual(lastDay({}).slice(1));
  });

  it('add up what several instances did, also what one did before it was shut down', async () => {
    const third = await TestApp.start(database.url, { clock: app.clock });
    const instances = [app, app, other, third, third, third];
    await Promise.all(instances.map((instance) => instance.logIn(admin)));
    await third.close();
    await Promise.all([read(), read(other)]);
    for (const instance of [app, other]) expect((await read(instance)).hours).toEqual(lastDay({ logins: 6 }));
  });

  it('have later what cannot be written now', async () => {
    await database.query('ALTER TABLE activity_hours ADD CONSTRAINT none CHECK (count = 0) NOT VALID');
    await app.logIn(admin);
    expect((await read()).hours).toEqual(lastDay({}));
    await database.query('ALTER TABLE activity_hours DROP CONSTRAINT none');
    expect((await read()).hours).toEqual(lastDay({ logins: 1 }));
  });

  it('are deleted after two days', async () => {
    await app.logIn(admin);
    await read();
    const days = async (): Promise<unknown> =>
      (await database.query<{ count: number }>('SELECT count(*)::integer AS count FROM activity_hours'))[0]!.count;
    app.clock.advanceSeconds(2 * DAY_SECONDS - HOUR_SECONDS);
    await app.get(CleanupService).run();
    expect(await days()).toBe(1);
    app.clock.advanceSeconds(2 * HOUR_SECONDS);
    await app.get(CleanupService).run();
    expect(await days()).toBe(0);
  });
});

describe('What the overview says needs attention', () => {
  const attention = async (at = app): Promise<Overview['attention']> => {
    await sealAll(app, database);
    return (await read(at)).attention;
  };

  it('is a single admin, until there is a second who is enabled', async () => {
    expect(await attention()).toEqual([SINGLE_ADMIN]);
    const { id } = await app.createUser('second', 'admin');
    expect(await attention()).toEqual([]);
    await database.query('UPDATE users SET enabled = false WHERE id = $1', [id]);
    expect(await attention()).toEqual([SINGLE_ADMIN]);
    await database.query('UPDATE users SET enabled = true WHERE id = $1', [id]);
  });

  it('is a key that has signed for longer than it should', async () => {
    const signsSince = async (days: number): Promise<void> => {
      const since = new Date(app.clock.now().getTime() - days * DAY_SECONDS * 1000);
      await database.query("UPDATE signing_keys SET activated_at = $1 WHERE state = 'current'", [since]);
    };
    await signsSince(90);
    expect(await attention()).toEqual([]);
    await signsSince(91);
    const message = 'The current key has signed for 91 days';
    expect(await attention()).toEqual([{ code: 'signing_key_old', message }]);
    await signsSince(90);
  });

  it('is an event of the audit log that has not been sealed for more than a minute', async () => {
    await sealAll(app, database);
    const time = app.clock.now().toISOString();
    await whileNobodySeals(app, async () => {
      await recordEvents(app, [{ time }]);
      app.clock.advanceSeconds(60);
      expect((await read()).attention).toEqual([]);
      app.clock.advanceSeconds(1);
      const message = `Events of the audit log have not been sealed since ${time}`;
      expect((await read()).attention).toEqual([{ code: 'audit_events_unsealed', message }]);
    });
    expect(await attention()).toEqual([]);
  });

  it('is X-Forwarded-For from a peer that is not trusted, at the instance that noticed it', async () => {
    await read(app, { 'x-forwarded-for': '192.0.2.1' });
    const ready = (await app.call('GET', '/health/ready')).body as { warnings: string[] };
    const message = expect.stringMatching(/^X-Forwarded-For comes from a peer that TRUST_PROXY does not name/);
    expect(await attention()).toEqual([{ code: 'forwarded_for_untrusted', message }]);
    expect(await attention()).toMatchObject([{ message: ready.warnings[0] }]);
    expect(await attention(other)).toEqual([]);
  });
});

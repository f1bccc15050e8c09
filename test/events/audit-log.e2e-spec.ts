import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEvent } from '../../src/common/audit-event.js';
import { FirstAdminService } from '../../src/users/first-admin.service.js';
import { EventLog, type LoggedEvent } from '../support/event-log.js';
import { SmtpInbox } from '../support/smtp-inbox.js';
import { PASSWORD, TestApp, type TestResponse, type Call } from '../support/test-app.js';
import { until } from '../support/verification-paths.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { ActBuilder, NEW_PASSWORD, type Act } from './act-builder.js';
import { familyActs } from './family-acts.js';
import { operatorActs } from './operator-acts.js';
import { sessionActs } from './session-acts.js';

let database: TestDatabase;
let inbox: SmtpInbox;
let app: TestApp;
let acts: [route: string, act: Act][];
const log = new EventLog();
/** Whatever was sent as a password or came back as a secret. */
const secrets = new Set([PASSWORD, NEW_PASSWORD]);

beforeAll(async () => {
  database = await createTestDatabase();
  inbox = await SmtpInbox.start();
  app = await TestApp.start(database.url, {
    log,
    env: {
      LOG_LEVEL: 'info',
      SMTP_URL: inbox.url,
      BOOTSTRAP_ADMIN_USERNAME: 'root',
      BOOTSTRAP_ADMIN_PASSWORD: PASSWORD,
    },
  });
  collectSecrets(app);
  await app.get(FirstAdminService).ensure();
  const builder = new ActBuilder(app);
  const all = { ...familyActs(builder), ...sessionActs(builder, database, inbox), ...operatorActs(builder, database) };
  acts = Object.entries(all).flatMap(([route, ways]) => ways.map((act): [string, Act] => [route, act]));
  await database.query(`
    CREATE TABLE refusing (yes boolean);
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM refusing) THEN RAISE EXCEPTION 'disk full'; END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER refuse BEFORE INSERT ON audit_unsealed FOR EACH ROW EXECUTE FUNCTION refuse();
    CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON audit_refused_logins FOR EACH ROW EXECUTE FUNCTION refuse()`);
});

afterAll(async () => {
  await app.close();
  await inbox.close();
  await database.drop();
});

/** Tokens, codes and passwords: all that looks random in a response, save the ids of keys. */
function collectSecrets(instance: TestApp): void {
  const call = instance.call.bind(instance);
  instance.call = async (method: string, path: string, options?: Call): Promise<TestResponse> => {
    const answer = await call(method, path, options);
    if (!path.startsWith('/admin/signing-keys')) {
      for (const [text] of answer.text.matchAll(/[\w.-]{24,}/g)) if (!/^[0-9a-f-]{36}$/.test(text)) secrets.add(text);
    }
    return answer;
  };
}

type Told = Omit<AuditEvent, 'id' | 'time'>;

function toldBy({ actor, address, userAgent, requestId, traceparent, ...event }: LoggedEvent): Told {
  const { reason = null, changes = null } = event as Partial<Told>;
  const { type, id = null, username = null, tokenId = null } = actor;
  const source = { address, userAgent, requestId, traceparent };
  return { ...event, reason, changes, source, actor: { type, id, username, tokenId } } as Told;
}

async function readAuditLog(): Promise<{ payload: string; event: AuditEvent }[]> {
  const rows = await database.query<{ payload: string }>('SELECT payload FROM all_audit_events ORDER BY time, id');
  return rows.map(({ payload }) => ({ payload, event: JSON.parse(payload) as AuditEvent }));
}

const sorted = (events: readonly object[]): string[] => events.map((event) => JSON.stringify(sortKeys(event))).sort();

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([one], [two]) => (one < two ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sortKeys(member)]));
}

const TABLES = 'users tokens sessions api_keys contexts context_tokens settings signing_keys all_audit_events'.split(
  ' ',
);

/** Everything that acts change. */
async function readState(tables: readonly string[]): Promise<unknown> {
  const counts = tables.map((table) => {
    const columns = table === 'all_audit_events' ? 'id' : 't';
    return `SELECT '${table}' AS name, md5(string_agg(${columns}::text, ',' ORDER BY ${columns}::text)) AS rows FROM ${table} t`;
  });
  return database.query(counts.join(' UNION ALL '));
}

describe('the audit log', () => {
  it('refuses an act whose event the database refuses, and nothing of it is done', async () => {
    const done: string[] = [];
    let refused = 0;
    for (const [route, { name, prepare, tells, isDoneLater, spendsChallenge }] of acts) {
      if (tells.length === 0 || isDoneLater) continue;
      const tables = spendsChallenge ? TABLES : [...TABLES, 'challenges'];
      const request = await prepare();
      const before = await readState(tables);
      await database.query('INSERT INTO refusing VALUES (true)');
      const { status } = await request();
      const after = await readState(tables);
      await database.query('DELETE FROM refusing');
      if (status < 500 || JSON.stringify(after) !== JSON.stringify(before)) done.push(`${route}: ${name}: ${status}`);
      else refused++;
    }
    expect(done).toEqual([]);
    expect(refused).toBeGreaterThan(30);
    const lines = log.lines.map((line) => JSON.parse(line) as { level: string; traceparent?: string });
    const failures = lines.filter(({ level }) => level === 'error');
    expect(failures.length).toBeGreaterThan(30);
    expect(failures.filter(({ traceparent = '' }) => !/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/.test(traceparent))).toEqual(
      [],
    );
  });

  it('has every event of every act once, except for refused logins', async () => {
    for (const [, { prepare }] of acts) {
      const request = await prepare();
      await request();
    }
    const logged = log.take().map(toldBy);
    const recorded = (await readAuditLog()).map(({ event: { id: _id, time: _time, ...told } }) => told);
    const isOther = ({ action }: { action: string }): boolean => action !== 'login.refused';
    expect(sorted(recorded.filter(isOther))).toEqual(sorted(logged.filter(isOther)));
    expect(new Set(recorded.map(({ action }) => action)).size).toBeGreaterThan(20);
  });

  it('adds refused logins up by account, network, reason and minute', async () => {
    app.clock.advanceSeconds(60);
    const minute = app.clock.now();
    const logIn = (username: string, password: string): Promise<TestResponse> =>
      app.call('POST', '/api2/tokens', { json: { username, password } });
    const user = await app.createUser('guessed');
    for (let n = 0; n < 7; n++) await logIn('guessed', `guess ${n}`);
    await logIn('guessed', PASSWORD);
    await Promise.all(Array.from({ length: 5 }, (_, n) => logIn(`nobody ${n}`, 'x')));
    app.clock.advanceSeconds(59);
    await logIn('nobody', 'x');
    app.clock.advanceSeconds(1);
    for (;;) {
      const left = await database.query('SELECT FROM audit_refused_logins');
      if (left.length === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const [target, nobody] = [
      { type: 'user', id: String(user.id), name: 'guessed' },
      { type: 'user', id: null, name: null },
    ];
    const refused = (await readAuditLog()).flatMap(({ event }) =>
      event.action === 'login.refused' && event.time >= minute.toISOString() ? [event] : [],
    );
    const shape = { action: 'login.refused', outcome: 'refused', id: expect.any(String) };
    const source = { address: '127.0.0.1', userAgent: null, requestId: null };
    const actor = { type: 'anonymous', id: null, username: null, tokenId: null };
    const later = new Date(minute.getTime() + 59_000).toISOString();
    expect(refused.toSorted((one, two) => one.reason!.localeCompare(two.reason!))).toEqual([
      {
        ...{ ...shape, source, actor, target, time: minute.toISOString() },
        ...{ reason: 'too many wrong passwords', changes: { count: 3 } },
      },
      { ...shape, source, actor, target: nobody, time: later, reason: 'unknown user', changes: { count: 6 } },
      {
        ...{ ...shape, source, actor, target, time: minute.toISOString() },
        ...{ reason: 'wrong password', changes: { count: 5 } },
      },
    ]);
  });

  it('holds none of the passwords, tokens and codes that were used', async () => {
    const payloads = (await readAuditLog()).map(({ payload }) => payload);
    expect(secrets.size).toBeGreaterThan(40);
    expect([...secrets].filter((secret) => payloads.some((payload) => payload.includes(secret)))).toEqual([]);
  });

  it('sends no confirmation code before it can be recorded that one was asked for', async () => {
    const { id, username } = await app.createUser('forgetful');
    const email = 'forgetful@example.com';
    await database.query('UPDATE users SET email = $1 WHERE id = $2', [email, id]);
    log.take();
    const jobs = await database.query('SELECT id FROM pgboss.job ORDER BY id');
    await database.query('INSERT INTO refusing VALUES (true)');
    const response = await app.call('POST', '/v1/forgot-password', { json: { username } });
    expect(response.status).toBe(204);
    await until(() => log.lines.some((line) => line.includes('Confirmation codes could not be sent')));
    expect(await database.query('SELECT id FROM pgboss.job ORDER BY id')).toEqual(jobs);
    await database.query('DELETE FROM refusing');
    await inbox.next(email);
    expect(log.take().map(({ action, requestId }) => [action, requestId])).toEqual([
      ['password_reset.requested', response.headers.get('x-request-id')],
    ]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { SYSTEM } from '../../src/common/actor.js';
import { CleanupService } from '../../src/database/cleanup.service.js';
import { TransactionRunner } from '../../src/database/transactions.js';
import { FirstAdminService } from '../../src/users/first-admin.service.js';
import { EventLog, type LoggedEvent } from '../support/event-log.js';
import { withOpenTransaction } from '../support/open-transaction.js';
import { routesOf } from '../support/routes.js';
import { SmtpInbox } from '../support/smtp-inbox.js';
import { PASSWORD, TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { ActBuilder, AS_ADMIN, NEW_PASSWORD, type Acts } from './act-builder.js';
import { consoleActs } from './console-acts.js';
import { familyActs } from './family-acts.js';
import { operatorActs } from './operator-acts.js';
import { sessionActs } from './session-acts.js';

let database: TestDatabase;
let inbox: SmtpInbox;
let app: TestApp;
let builder: ActBuilder;
let acts: Acts;
const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const log = new EventLog();
const startEvents: LoggedEvent[] = [];

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
  await app.get(FirstAdminService).ensure();
  startEvents.push(...log.take());
  builder = new ActBuilder(app);
  acts = {
    ...familyActs(builder),
    ...sessionActs(builder, database, inbox),
    ...operatorActs(builder, database),
    ...consoleActs(builder),
  };
});

afterAll(async () => {
  await app.close();
  await inbox.close();
  await database.drop();
});

beforeEach(() => {
  log.take();
});

const isOwn = (username: string): boolean => /^user\d+$/.test(username);

function tell({ action, actor }: LoggedEvent): string {
  const name = actor.username ?? actor.type;
  return `${action} by ${isOwn(name) ? 'user' : name}`;
}

describe('every route that changes something', () => {
  it('is in the table of acts', () => {
    const changing = routesOf(app.app).filter(({ method }) => method !== RequestMethod.GET);
    expect(changing.length).toBeGreaterThan(20);
    expect(changing.map(({ name }) => name).filter((name) => !acts[name])).toEqual([]);
  });

  it('tells of each act once, and of nothing that it refuses', async () => {
    const told: Record<string, unknown> = {};
    const wanted: Record<string, unknown> = {};
    for (const [route, ways] of Object.entries(acts)) {
      for (const { name, prepare, tells, status } of ways) {
        const request = await prepare();
        log.take();
        const response = await request();
        told[`${route}: ${name}`] = [response.status, log.take().map(tell).sort()];
        wanted[`${route}: ${name}`] = [status, [...tells].sort()];
      }
    }
    expect(told).toEqual(wanted);
  });
});

describe('an event', () => {
  it('says who did what to whom, from where, by which request, and that a secret was set', async () => {
    const { id, username } = await builder.newUser();
    log.take();
    const { headers } = await app.call('PATCH', `/admin/users/${id}`, {
      headers: { ...AS_ADMIN, 'user-agent': 'curl/8', traceparent: `00-${TRACE_ID}-00f067aa0ba902b7-01` },
      json: { temporaryPassword: NEW_PASSWORD },
    });
    const [root] = await database.query<{ id: number }>("SELECT id FROM users WHERE username = 'root'");
    expect(log.take()).toEqual([
      {
        action: 'user.temporary_password_set',
        outcome: 'success',
        actor: { type: 'user', id: root!.id, username: 'root' },
        address: '127.0.0.1',
        userAgent: 'curl/8',
        requestId: headers.get('x-request-id'),
        traceparent: expect.stringMatching(new RegExp(`^00-${TRACE_ID}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`)),
        target: { type: 'user', id: String(id), name: username },
        changes: { password: 'set', endedTokens: 0 },
      },
    ]);
  });

  it('says why a login was refused, and not the name where nobody has it', async () => {
    const { id, username } = await builder.newUser();
    log.take();
    const logIn = (name: string, password: string) =>
      app.call('POST', '/api2/tokens', { json: { username: name, password } });
    await logIn('my-password', 'x');
    for (let n = 0; n < 5; n++) await logIn(username, 'x');
    await logIn(username, PASSWORD);
    const target = { type: 'user', id: String(id), name: username };
    expect(log.take().map((event) => [event.outcome, event.reason, event.target])).toEqual([
      ['refused', 'unknown user', { type: 'user', id: null, name: null }],
      ...Array.from({ length: 5 }, () => ['refused', 'wrong password', target]),
      ['refused', 'too many wrong passwords', target],
    ]);
  });

  it('names the token by which its actor was authenticated', async () => {
    const user = await builder.newUser();
    const token = await builder.tokens.session_access(user);
    log.take();
    await builder.revoke(token);
    const [event] = log.take();
    expect(event!.actor).toEqual({ type: 'user', id: user.id, username: user.username, tokenId: event!.target.id });
  });

  it('holds no more of a user agent than 256 characters', async () => {
    await app.call('POST', '/api2/tokens', {
      headers: { 'user-agent': 'x'.repeat(5_000) },
      json: { username: 'nobody', password: 'x' },
    });
    expect(log.take()[0]!.userAgent).toBe('x'.repeat(256));
  });

  it('is not told where its transaction is rolled back', async () => {
    const runner = app.get(TransactionRunner);
    const failing = runner.run((transaction) => {
      transaction.record(SYSTEM, { action: 'key.published', target: { type: 'signing_key', id: 'x', name: null } });
      return Promise.reject(new Error('rolled back'));
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(log.take()).toEqual([]);
  });

  it('is told once of two revocations of a token at once', async () => {
    const token = await app.logIn(await builder.newUser());
    log.take();
    const held = "SELECT FROM tokens WHERE kind = 'login' AND revoked_at IS NULL FOR UPDATE";
    await withOpenTransaction(database, held, [], () => [builder.revoke(token), builder.revoke(token)]);
    expect(log.take().map(tell)).toEqual(['token.revoked by user']);
  });
});

describe('the service itself', () => {
  it('acts at its start as the system', () => {
    expect(startEvents.map(tell)).toEqual([
      'key.published by system',
      'key.published by system',
      'key.published by system',
      'user.created by system',
    ]);
  });

  it('acts as the system when it cleans up', async () => {
    await app.logIn(await builder.newUser());
    await app.get(CleanupService).run();
    log.take();
    await database.query("UPDATE tokens SET expires_at = $1::timestamptz - interval '31 days'", [app.clock.now()]);
    await app.get(CleanupService).run();
    expect(log.take()).toMatchObject([
      {
        action: 'expired.deleted',
        actor: { type: 'system' },
        requestId: null,
        target: { type: 'table', id: 'tokens' },
      },
    ]);
  });
});

describe('the log', () => {
  it('holds neither a password nor the text of a token', async () => {
    const lines: string[] = [];
    const secrets: string[] = [PASSWORD, NEW_PASSWORD];
    for (const issue of Object.values(builder.tokens)) {
      const user = await builder.newUser();
      log.lines.length = 0;
      const token = await issue(user);
      await builder.revoke(token);
      lines.push(...log.lines);
      secrets.push(token);
    }
    expect(lines.length).toBeGreaterThan(10);
    expect(secrets.filter((secret) => lines.some((line) => line.includes(secret)))).toEqual([]);
  });
});

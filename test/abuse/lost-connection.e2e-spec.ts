import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { AuditEventRepository } from '../../src/database/repositories/audit-event.repository.js';
import type { Transaction } from '../../src/database/transaction.js';
import { managerOf } from '../../src/database/transaction-manager.js';
import { ADD } from '../support/context-tokens.js';
import { basic, bearer, TestApp, type TestResponse, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/verification-paths.js';
import { V1Client } from '../support/v1-client.js';

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let headers: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('root', 'admin');
  headers = basic(admin.username, admin.password);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** The next transaction that has done its act loses its connection before it records and commits. */
function killNextTransaction(): void {
  const events = app.get(AuditEventRepository);
  const insert = events.insert.bind(events);
  jest.spyOn(events, 'insert').mockImplementationOnce(async (transaction, payloads) => {
    await kill(transaction);
    return insert(transaction, payloads);
  });
}

async function kill(transaction: Transaction): Promise<void> {
  const { queryRunner } = managerOf(transaction);
  const [{ pid }] = (await queryRunner!.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
  await database.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
  await until(() => queryRunner!.isReleased);
}

const UNAVAILABLE = 'The service is not available at the moment';
const PROBLEM = {
  type: 'about:blank',
  title: 'Service Unavailable',
  status: 503,
  detail: UNAVAILABLE,
  code: 'unavailable',
};

interface Act {
  /** What it acts on. @returns the call. */
  readonly prepare: () => Promise<() => Promise<TestResponse>>;
  readonly body: object;
  /** The status of the same call afterwards: nothing had been done. */
  readonly afterwards: number;
}

const call = (method: string, path: string, json?: object) => () =>
  app.call(method, path, { headers, ...(json && { json }) });

const ACTS: Record<string, Act> = {
  'DELETE /api2/tokens': {
    prepare: async () => {
      const token = await app.logIn(admin);
      return () => app.call('DELETE', '/api2/tokens', { headers: bearer(token) });
    },
    body: { statusCode: 503, error: 'Service Unavailable', message: UNAVAILABLE },
    afterwards: 200,
  },
  'DELETE /api/v1alpha/token/ID': {
    prepare: async () => {
      const json = { jwt_token_description: 'Backup', jwt_token_life: '1 hour' };
      const { body } = await call('POST', '/api/v1alpha/token', json)();
      return call('DELETE', `/api/v1alpha/token/${(body as { jwt_token_id: string }).jwt_token_id}`);
    },
    body: { message: UNAVAILABLE },
    afterwards: 200,
  },
  'POST /api/authtokens': {
    prepare: () => Promise.resolve(call('POST', '/api/authtokens', { userId: admin.id, context: [ADD] })),
    body: { success: false, message: UNAVAILABLE },
    afterwards: 201,
  },
  'POST /v1/token-revoke': {
    prepare: async () => {
      const v1 = new V1Client(app);
      const { refresh_token } = await v1.logIn(admin);
      return () => v1.call('token-revoke', { refresh_token });
    },
    body: { message: UNAVAILABLE, status: 503 },
    afterwards: 204,
  },
  'POST /oauth2/revoke': {
    prepare: async () => {
      const token = await app.logIn(admin);
      return () => app.call('POST', '/oauth2/revoke', { json: { token } });
    },
    body: { error: 'temporarily_unavailable', error_description: UNAVAILABLE },
    afterwards: 200,
  },
  'POST /admin/contexts': {
    prepare: () => Promise.resolve(call('POST', '/admin/contexts', { code: 77, name: 'context77' })),
    body: PROBLEM,
    afterwards: 201,
  },
};

const said = ({ status, headers: sent, body }: TestResponse): unknown[] => [status, sent.get('retry-after'), body];

describe('a connection that is lost in the middle of a transaction', () => {
  it.each(Object.keys(ACTS))('is told with 503, and nothing was done: %s', async (name) => {
    const { prepare, body, afterwards } = ACTS[name]!;
    const act = await prepare();
    killNextTransaction();
    expect(said(await act())).toEqual([503, '1', body]);
    expect((await act()).status).toBe(afterwards);
  });

  it('is told with 503 where a statement is under way, too', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [admin.id]);
    const act = call('POST', `/admin/users/${admin.id}/revoke-tokens`);
    const response = act();
    const killed = `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await until(async () => (await database.query(killed)).length > 0);
    expect(said(await response)).toEqual([503, '1', PROBLEM]);
    await client.end();
    expect((await act()).status).toBe(200);
  });
});

describe('a connection that is lost while the pool hands it out', () => {
  it('does not end the process', async () => {
    const { master: pool } = app.get(DataSource).driver as unknown as { master: pg.Pool };
    const client = await pool.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const ended = new Promise((resolve) => client.once('end', resolve));
    await database.query('SELECT pg_terminate_backend($1, 5000)', [rows[0]!.pid]);
    await ended;
    client.release(true);
    expect((await app.call('GET', '/health/ready')).status).toBe(200);
  });
});

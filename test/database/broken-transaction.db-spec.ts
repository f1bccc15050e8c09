import { once } from 'node:events';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { TokenRepository } from '../../src/database/repositories/token.repository.js';
import { managerOf } from '../../src/database/transaction-manager.js';
import { bearer, TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/verification-paths.js';

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

it('a connection that breaks between two statements of a transaction is an outage, and nothing is done', async () => {
  const token = await app.logIn(await app.createUser('denis'));
  const repository = app.get(TokenRepository);
  const revoke = repository.revokeOfUser.bind(repository);
  jest.spyOn(repository, 'revokeOfUser').mockImplementationOnce(async (transaction, ...args) => {
    const { queryRunner } = managerOf(transaction);
    const [row] = (await queryRunner!.query('SELECT pg_backend_pid() AS pid')) as { pid: number }[];
    await database.query('SELECT pg_terminate_backend($1, 5000)', [row!.pid]);
    await until(() => queryRunner!.isReleased);
    return revoke(transaction, ...args);
  });
  const response = await app.call('DELETE', '/api2/tokens', { headers: bearer(token) });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await database.query('SELECT FROM tokens WHERE revoked_at IS NOT NULL')).toEqual([]);
  expect((await app.call('DELETE', '/api2/tokens', { headers: bearer(token) })).status).toBe(200);
});

it('a connection that breaks while nobody uses it that the pool has handed out does not end the process', async () => {
  const { master: pool } = app.get(DataSource).driver as unknown as { master: Pool };
  const client = await pool.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const ended = once(client, 'end');
  await database.query('SELECT pg_terminate_backend($1, 5000)', [rows[0]!.pid]);
  await ended;
  client.release(true);
  expect((await app.call('GET', '/health/ready')).status).toBe(200);
});

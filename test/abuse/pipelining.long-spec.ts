import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoginLoad, loop, printTable, quantile, share, type TimedResponse } from '../support/login-load.js';
import { bearer } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const ATTACKERS = 64;
const OTHERS = 8;
const SECONDS = 15;
const HOME = '192.0.2.1';
/** How many requests are in what an attacker writes at once. */
const BATCH = 500;
const MAX_SLOWER = 10;
const MAX_MIB = 350;

let database: TestDatabase;
let load: LoginLoad;
let headers: Record<string, string>;
const table: Record<string, string | number>[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  load = await LoginLoad.start(database);
  const [user] = await load.insertUsers('victim', 1);
  headers = bearer(await load.tokenOf(user!, HOME));
});

afterAll(async () => {
  printTable(`${OTHERS} who verify a token, beside ${ATTACKERS} connections that write and never read`, table);
  await load.close();
  await database.drop();
});

/** Writes requests as fast as they are taken, and reads no response. */
function writeWithoutReading(): Socket {
  const { hostname, port } = new URL(load.url);
  const socket = connect({ host: hostname, port: Number(port) });
  const request = `GET /auth/verify HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers.authorization}\r\n\r\n`;
  const batch = Buffer.from(request.repeat(BATCH));
  const write = (): void => {
    while (!socket.destroyed && socket.write(batch));
  };
  socket.pause();
  socket
    .on('error', () => undefined)
    .on('connect', write)
    .on('drain', write);
  return socket;
}

async function measure(during: string): Promise<{ others: TimedResponse[]; peakMiB: number }> {
  let peakMiB = 0;
  const timer = setInterval(() => (peakMiB = Math.max(peakMiB, load.service.memoryMiB())), 100);
  const others = await loop(OTHERS, SECONDS, () => load.get('/auth/verify', headers));
  clearInterval(timer);
  table.push({
    during,
    'verified/s': Math.round(others.length / SECONDS),
    'p50 ms': quantile(others, 0.5),
    'p99 ms': quantile(others, 0.99),
    'last ms': quantile(others, 1),
    'most MiB': peakMiB,
  });
  return { others, peakMiB };
}

describe('64 connections that write and never read', () => {
  it('make others no more than ten times as slow, and take little memory', async () => {
    await measure('warming up');
    const calm = await measure('calm');
    const attackers = Array.from({ length: ATTACKERS }, writeWithoutReading);
    const attacked = await measure('attack');
    for (const socket of attackers) socket.destroy();
    expect(share(attacked.others, 200)).toBe(1);
    // Times of a millisecond are counted as two: below that the ratio says nothing.
    expect(quantile(attacked.others, 0.99)).toBeLessThanOrEqual(MAX_SLOWER * Math.max(2, quantile(calm.others, 0.99)));
    expect(attacked.peakMiB).toBeLessThanOrEqual(MAX_MIB);
  });
});

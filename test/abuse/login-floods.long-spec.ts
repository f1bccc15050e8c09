import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoginLoad, loop, pace, printTable, quantile, share, type TimedResponse } from '../support/login-load.js';
import { addressOf } from '../support/login-floods.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Longer than a login by Basic is remembered. */
const SECONDS = 75;
const FLOOD_PER_SECOND = 200;
const CLIENTS = 400;
const KNOWN_PER_SECOND = 3;
const NEW_PER_SECOND = 2;
const GATEWAYS = 10;

let database: TestDatabase;
let load: LoginLoad;
const table: Record<string, string | number>[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  load = await LoginLoad.start(database);
});

afterAll(async () => {
  printTable(`Logins beside a flood with made-up names, for ${SECONDS} seconds each`, table);
  await load.close();
  await database.drop();
});

const homeOf = (n: number): string => `192.0.2.${n % 200}`;
const percent = (part: number): string => `${(100 * part).toFixed(1)}%`;

/** A flood, and beside it everyone who means well. @param of names the flood in the table. */
async function besiege(of: string, addresses: number, flood: () => Promise<TimedResponse[]>): Promise<void> {
  const round = table.length;
  const users = await load.insertUsers(`user-${round}`, 50);
  const gateways = await load.insertUsers(`gateway-${round}`, GATEWAYS, 'service');
  for (const [n, user] of users.entries()) expect((await load.logIn(user, homeOf(n))).status).toBe(200);
  for (const [n, gateway] of gateways.entries()) expect((await load.introspect(gateway, homeOf(n))).status).toBe(200);
  const [flooding, known, fresh, gatewayCalls] = await Promise.all([
    flood(),
    pace(KNOWN_PER_SECOND, SECONDS, (n) => load.logIn(users[n % users.length]!, homeOf(n % users.length))),
    pace(NEW_PER_SECOND, SECONDS, (n) => load.logIn(users[n % users.length]!, `203.0.${round}.${n}`)),
    pace(GATEWAYS / 2, SECONDS, (n) => load.introspect(gateways[n % GATEWAYS]!, homeOf(n % GATEWAYS))),
  ]);
  table.push({
    flood: of,
    addresses,
    'logins/s': Math.round(flooding.length / SECONDS),
    refused: percent(share(flooding, 503)),
    'known networks: in': percent(share(known, 200)),
    'p50 ms': quantile(known, 0.5),
    'p99 ms': quantile(known, 0.99),
    'new networks: in': percent(share(fresh, 200)),
    'new p50 ms': quantile(fresh, 0.5),
    'Basic: in': percent(share(gatewayCalls, 200)),
    'Basic p99 ms': quantile(gatewayCalls, 0.99),
  });
  expect(share(flooding, 503)).toBeGreaterThan(0.5);
  expect(share(known, 200)).toBeGreaterThanOrEqual(0.99);
  if (addresses === 1) expect(share(fresh, 200)).toBeGreaterThanOrEqual(0.9);
  expect(share(gatewayCalls, 200)).toBe(1);
}

describe('a flood of logins', () => {
  it.each([1, 10, 200])(`of ${FLOOD_PER_SECOND} a second from %i addresses`, async (addresses) => {
    await besiege(`${FLOOD_PER_SECOND} a second`, addresses, () =>
      pace(FLOOD_PER_SECOND, SECONDS, (n) => load.logIn(`nobody-${addresses}-${n}`, addressOf(n % addresses), 'wrong')),
    );
  });

  it(`of ${CLIENTS} clients that come again as soon as they are refused`, async () => {
    let calls = 0;
    await besiege(`${CLIENTS} clients`, 200, () =>
      loop(CLIENTS, SECONDS, (client) => load.logIn(`nobody-again-${calls++}`, addressOf(client % 200), 'wrong')),
    );
  });
});

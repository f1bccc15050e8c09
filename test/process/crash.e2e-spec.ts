import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { fetchDocumented } from '../support/openapi/observe-responses.js';
import { ServiceProcess } from '../support/service-process.js';

const PASSWORD = 'Given-beforehand';
/** Enough that several requests are under way at the moment of the crash. */
const CLIENTS = 6;
const LOGINS_BEFORE_CRASH = 40;

let service: ServiceProcess;

afterEach(() => service.end('SIGTERM'));

async function call(url: string, method: string, token?: string, json?: object): Promise<Response> {
  return fetchDocumented(url, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(json && { 'content-type': 'application/json' }),
    },
    ...(json && { body: JSON.stringify(json) }),
  });
}

async function createUsers(url: string): Promise<void> {
  const admin = `Basic ${Buffer.from(`admin:${PASSWORD}`).toString('base64')}`;
  for (let i = 0; i < CLIENTS; i++) {
    const body = JSON.stringify({ username: `user-${i}`, password: PASSWORD, role: 'viewer' });
    const headers = { authorization: admin, 'content-type': 'application/json' };
    expect((await fetchDocumented(`${url}/admin/users`, { method: 'POST', headers, body })).status).toBe(201);
  }
}

/** The tokens whose login or revocation the service acknowledged before the crash. */
class Ledger {
  readonly active = new Set<string>();
  readonly revoked = new Set<string>();

  get logins(): number {
    return this.active.size + this.revoked.size;
  }

  /** Logs in repeatedly, and out after each `loginsEach` logins, until the service is gone. */
  async work(url: string, username: string, loginsEach: number): Promise<void> {
    let mine: string[] = [];
    try {
      for (let round = 1; ; round++) {
        const login = await call(`${url}/api2/tokens`, 'POST', undefined, { username, password: PASSWORD });
        if (login.status !== 200) return;
        const { token } = (await login.json()) as { token: string };
        this.active.add(token);
        mine.push(token);
        if (round % loginsEach > 0) continue;
        // From here on their state is unknown, unless the revocation is acknowledged.
        for (const each of mine) this.active.delete(each);
        const logout = await call(`${url}/api2/tokens`, 'DELETE', token);
        if (logout.status !== 200) return;
        await logout.arrayBuffer();
        for (const each of mine) this.revoked.add(each);
        mine = [];
      }
    } catch {
      // The connection broke: the tokens of this request are in neither set.
    }
  }

  async verify(url: string): Promise<void> {
    expect(this.active.size).toBeGreaterThan(0);
    expect(this.revoked.size).toBeGreaterThan(0);
    const path = `${url}/api2/token/timeout`;
    for (const token of this.active) expect((await call(path, 'GET', token)).status).toBe(403);
    for (const token of this.revoked) expect((await call(path, 'GET', token)).status).toBe(401);
  }
}

async function loadUntilCrash(url: string, crash: () => unknown): Promise<Ledger> {
  const ledger = new Ledger();
  await createUsers(url);
  // The first client never logs out, so that there are active tokens at every moment.
  const clients = Array.from({ length: CLIENTS }, (_, i) => ledger.work(url, `user-${i}`, i === 0 ? Infinity : 1 + i));
  while (ledger.logins < LOGINS_BEFORE_CRASH || ledger.revoked.size === 0) await new Promise(setImmediate);
  await crash();
  await Promise.all(clients);
  return ledger;
}

describe('tokens and revocations', () => {
  it('survive kill -9 of the service under load', async () => {
    const env = {
      DATA_DIR: mkdtempSync(join(process.env.TESSERA_TEST_FOLDER!, 'crash-')),
      BOOTSTRAP_ADMIN_PASSWORD: PASSWORD,
      PUBLIC_URL: 'http://tessera.test',
    };
    service = ServiceProcess.spawn(env);
    const ledger = await loadUntilCrash(await service.listening(), () => service.end('SIGKILL'));
    service = ServiceProcess.spawn(env);
    await ledger.verify(await service.listening());
  });

  it('survive kill -9 of its database under load, which is started again', async () => {
    const dataDir = mkdtempSync(join(process.env.TESSERA_TEST_FOLDER!, 'crash-'));
    service = ServiceProcess.spawn({ DATA_DIR: dataDir, BOOTSTRAP_ADMIN_PASSWORD: PASSWORD });
    const url = await service.listening();
    const [pid] = readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n');
    const ledger = await loadUntilCrash(url, () => process.kill(Number(pid), 'SIGKILL'));
    while ((await call(`${url}/health/ready`, 'GET')).status !== 200);
    await ledger.verify(url);
  });
});

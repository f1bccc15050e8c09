import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startEmbeddedServer, type EmbeddedServer } from '../../src/embedded-postgres/embedded-server.js';

const SERVICE = join(import.meta.dirname, '../support/embedded-service.mjs');

let folder: string;
let directory: string;
let servers: EmbeddedServer[];
let services: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(process.env.TESSERA_TEST_FOLDER ?? tmpdir(), 'embedded-'));
  chmodSync(folder, 0o755);
  directory = join(folder, 'database');
  servers = [];
  services = [];
});

afterEach(async () => {
  for (const service of services.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    service.kill('SIGTERM');
    await once(service, 'exit');
  }
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(options: Partial<Parameters<typeof startEmbeddedServer>[0]> = {}): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ directory, durable: false, ...options });
  servers.push(server);
  return server;
}

/** Starts a service in a process of its own. @returns the process and the URL of its server. */
async function startService(): Promise<{ service: ChildProcess; url: string }> {
  const service = spawn(process.execPath, [SERVICE, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  services.push(service);
  const [line] = (await once(service.stdout, 'data')) as [Buffer];
  return { service, url: line.toString().trim() };
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Queries until it succeeds: a server that is being started again refuses connections for a moment. */
async function queryPatiently(url: string, sql: string): Promise<Record<string, unknown>[]> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await query(url, sql);
    } catch (error) {
      if (attempt === 50) throw error;
      await sleep(100);
    }
  }
}

function postmasterPid(): number {
  return Number(readFileSync(join(directory, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

describe('a first start', () => {
  it('creates a UTF-8 database that listens on the loopback interface only and keeps time in UTC', async () => {
    const progress: string[] = [];
    const { url } = await start({ onProgress: (line) => progress.push(line) });
    const [row] = await query(
      url,
      `SELECT current_database() AS database, current_setting('server_encoding') AS encoding,
              current_setting('TimeZone') AS zone, current_setting('listen_addresses') AS addresses,
              current_setting('unix_socket_directories') AS sockets, current_setting('max_connections') AS connections`,
    );
    expect(row).toEqual({
      database: 'tessera',
      encoding: 'UTF8',
      zone: 'UTC',
      addresses: '127.0.0.1',
      sockets: '',
      connections: '100',
    });
    expect(progress).toEqual(['Creating the embedded database ...']);
  });

  it('keeps the password in a file for its owner only and demands it', async () => {
    const { url } = await start();
    const { mode } = statSync(join(directory, 'password'));
    expect(mode & 0o777).toBe(0o600);
    expect(url).toContain(readFileSync(join(directory, 'password'), 'utf8'));
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('creates the database after a first start that was interrupted', async () => {
    mkdirSync(join(directory, 'cluster.new.999999999', 'base'), { recursive: true });
    const { url } = await start();
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(directory, 'cluster.new.999999999'))).toBe(false);
  });
});

describe('a later start', () => {
  it('finds the rows of the one before', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const { url } = await start();
    expect(await query(url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('ends the server of a service that was killed, and starts its own', async () => {
    const { service, url: oldUrl } = await startService();
    await query(oldUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const orphan = postmasterPid();
    service.kill('SIGKILL');
    await once(service, 'exit');
    const { url } = await start();
    expect(await query(url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect(postmasterPid()).not.toBe(orphan);
  });

  it('is refused while another service uses the database, and leaves that one alone', async () => {
    const { url } = await startService();
    await expect(start()).rejects.toThrow(
      `The embedded database in ${directory} is in use by another running service.`,
    );
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a server that ends unexpectedly', () => {
  it('is started again on the same port', async () => {
    const reasons: string[] = [];
    const { url } = await start({ onExit: (reason) => reasons.push(reason) });
    const endedPid = postmasterPid();
    process.kill(endedPid, 'SIGKILL');
    while (reasons.length === 0) await sleep(10);
    expect(await queryPatiently(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(postmasterPid()).not.toBe(endedPid);
    expect(reasons).toEqual(['The embedded database ended unexpectedly (SIGKILL); starting it again.']);
  });

  it('is not started again after it was stopped', async () => {
    const server = await start();
    await Promise.all([server.stop(), server.stop()]);
    expect(existsSync(join(directory, 'cluster', 'postmaster.pid'))).toBe(false);
    await expect(query(server.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('two directories', () => {
  it('have a server each, at the same time', async () => {
    const [one, other] = await Promise.all([start(), start({ directory: join(folder, 'other') })]);
    await query(one.url, 'CREATE TABLE mine ()');
    await expect(query(other.url, 'SELECT FROM mine')).rejects.toMatchObject({ code: '42P01' });
  });
});

// Only root must run the server as another account, in a folder that this account may not be able to enter.
const accounts = process.getuid?.() === 0 ? ['root'] : [];
for (const account of accounts) {
  describe(`${account} in a folder that only ${account} may enter`, () => {
    it('has a server that runs as another account', async () => {
      chmodSync(folder, 0o700);
      const first = await start();
      await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
      expect(statSync(join(directory, 'cluster')).uid).not.toBe(0);
      await first.stop();
      const { url } = await start();
      expect(await query(url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    });
  });
}

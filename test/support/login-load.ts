import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import bcrypt from 'bcrypt';
import { ServiceProcess } from './service-process.js';
import { basic, PASSWORD } from './test-app.js';
import type { TestDatabase } from './test-database.js';

export interface TimedResponse {
  readonly status: number;
  /** Seconds; NaN where it is not told. */
  readonly retryAfter: number;
  readonly ms: number;
}

/** The service in a process of its own, as in production but for what `env` says, and users in its database. */
export class LoginLoad {
  private constructor(
    readonly service: ServiceProcess,
    readonly url: string,
    private readonly database: TestDatabase,
  ) {}

  static async start(database: TestDatabase, env: Record<string, string> = {}): Promise<LoginLoad> {
    const service = ServiceProcess.spawnBuilt({
      DATABASE_URL: database.url,
      MASTER_KEY: 'QbGKREVeoO4MYN7yKjysevjFg2G1LPhebJajN1z+hhc=',
      BCRYPT_COST: '10',
      TRUST_PROXY: 'true',
      LOG_LEVEL: 'error',
      ...env,
    });
    return new LoginLoad(service, await service.listening(), database);
  }

  async close(): Promise<void> {
    await this.service.end('SIGTERM');
  }

  /** Users with `PASSWORD`, called `prefix-0` and so on; all with one hash, since a thousand would take a minute. */
  async insertUsers(prefix: string, count: number, role = 'viewer'): Promise<string[]> {
    await this.database.query(
      `INSERT INTO users (username, password_hash, role, created_at, updated_at)
       SELECT $1 || '-' || n, $2, $3, now(), now() FROM generate_series(0, $4 - 1) AS n`,
      [prefix, await bcrypt.hash(PASSWORD, 10), role, count],
    );
    return Array.from({ length: count }, (_, n) => `${prefix}-${n}`);
  }

  logIn(username: string, from: string, password = PASSWORD): Promise<TimedResponse> {
    return this.call('/v1/login', JSON.stringify({ username, password }), {
      'x-forwarded-for': from,
      'content-type': 'application/json',
    });
  }

  introspect(username: string, from: string): Promise<TimedResponse> {
    return this.call('/oauth2/introspect', 'token=x', {
      ...basic(username, PASSWORD),
      'x-forwarded-for': from,
      'content-type': 'application/x-www-form-urlencoded',
    });
  }

  call(path: string, body: string, headers: Record<string, string>): Promise<TimedResponse> {
    return this.timed(path, { method: 'POST', body, headers });
  }

  get(path: string, headers: Record<string, string>): Promise<TimedResponse> {
    return this.timed(path, { headers });
  }

  /** Logs in by `api2`. @returns the token. */
  async tokenOf(username: string, from: string): Promise<string> {
    const response = await fetch(`${this.url}/api2/tokens`, {
      method: 'POST',
      body: JSON.stringify({ username, password: PASSWORD }),
      headers: { 'x-forwarded-for': from, 'content-type': 'application/json' },
    });
    return ((await response.json()) as { token: string }).token;
  }

  private async timed(path: string, init: RequestInit): Promise<TimedResponse> {
    const startedAt = performance.now();
    const response = await fetch(this.url + path, init);
    await response.arrayBuffer();
    const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
    return { status: response.status, retryAfter, ms: performance.now() - startedAt };
  }
}

/** Calls so many times a second, evenly, for so many seconds. @returns the responses to all. */
export async function pace<T>(perSecond: number, seconds: number, call: (n: number) => Promise<T>): Promise<T[]> {
  const startedAt = performance.now();
  const calls: Promise<T>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    await delay(Math.max(0, startedAt + (n * 1_000) / perSecond - performance.now()));
    calls.push(call(n));
  }
  return Promise.all(calls);
}

/** So many clients that call again as soon as they have their response, for so many seconds. @returns all responses. */
export async function loop<T>(clients: number, seconds: number, call: (client: number) => Promise<T>): Promise<T[]> {
  const end = performance.now() + seconds * 1_000;
  const responses: T[] = [];
  const run = async (client: number): Promise<void> => {
    while (performance.now() < end) responses.push(await call(client));
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => run(client)));
  return responses;
}

/** @returns the part whose status is this, from 0 to 1. */
export function share(responses: readonly TimedResponse[], status: number): number {
  return responses.filter((response) => response.status === status).length / responses.length;
}

/** Of the times, in whole milliseconds. */
export function quantile(responses: readonly TimedResponse[], part: number): number {
  const times = responses.map(({ ms }) => ms).sort((left, right) => left - right);
  return Math.round(times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? NaN);
}

/** Past Jest, which would put each under a heading of its own. */
export function printTable(title: string, rows: readonly Record<string, string | number>[]): void {
  const names = Object.keys(rows[0] ?? {});
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name])))];
  const widths = names.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const lines = cells.map((row) => row.map((cell, column) => cell.padStart(widths[column]!)).join('  '));
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
}

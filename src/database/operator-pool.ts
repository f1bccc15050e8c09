import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool, type PoolConfig, type QueryResultRow } from 'pg';
import { AppError } from '../common/app-error.js';
import { Config } from '../config/config.js';
import { ChangeFeed } from './changes/change-feed.js';
import { TimeoutClient, type TimeoutClientConfig } from './timeout-client.js';
import { isDatabaseUnavailable } from './unavailable.js';

/** Runs one statement. */
export type RunQuery = <Row extends QueryResultRow>(text: string, values: readonly unknown[]) => Promise<Row[]>;

const CONNECTIONS = 3;
const STATEMENT_TIMEOUT_MS = 2_000;
/** After the server should have given up itself, the connection is taken for dead. */
const SILENCE_MS = 1_000;
const CONNECT_TIMEOUT_MS = 2_000;
/** PostgreSQL's `query_canceled`. */
const CANCELED = '57014';

/** Connections of their own for what operators look for: however much it is, logins and verifications never wait for it. */
@Injectable()
export class OperatorPool implements OnApplicationShutdown {
  private readonly pool: Pool;

  constructor({ databaseUrl }: Config, feed: ChangeFeed) {
    const options: PoolConfig & TimeoutClientConfig = {
      connectionString: databaseUrl,
      application_name: 'tessera operator',
      Client: TimeoutClient,
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: STATEMENT_TIMEOUT_MS + SILENCE_MS,
      keepAlive: true,
      // To compile a statement of many branches takes longer than to run it; and pages are read from memory, so that
      // an index is the faster the fewer of its entries are read, in whichever order the rows lie: at the usual costs
      // PostgreSQL walks the primary key, whose order is theirs, past all that do not fit.
      options: '-c jit=off -c random_page_cost=0.1 -c seq_page_cost=0.1',
      silentMs: () => feed.ageMs(),
    };
    this.pool = new Pool(options);
    // Of a connection that breaks while nobody uses it; the next statement gets another one.
    this.pool.on('error', () => undefined);
  }

  /** @throws AppError `unavailable` where the statement takes longer than 2 seconds, or none of the connections is free. */
  async query<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
    try {
      return (await this.pool.query<Row>(text, [...values])).rows;
    } catch (cause) {
      if ((cause as { code?: unknown }).code === CANCELED) {
        throw unavailable('The search takes longer than 2 seconds; name more of what is looked for', cause);
      }
      if (isDatabaseUnavailable(cause)) throw unavailable('The service is not available at the moment', cause);
      throw cause;
    }
  }

  /** Does the work in one transaction, unless somebody else does what the lock is for. */
  async whileLocked(lock: number, work: (run: RunQuery) => Promise<void>): Promise<void> {
    const client = await this.pool.connect();
    const run: RunQuery = async <Row extends QueryResultRow>(text: string, values: readonly unknown[]) =>
      (await client.query<Row>(text, [...values])).rows;
    let error: Error | undefined;
    try {
      await run('BEGIN', []);
      const [taken] = await run<{ held: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS held', [lock]);
      if (taken!.held) await work(run);
      await run('COMMIT', []);
    } catch (cause) {
      error = cause as Error;
      throw cause;
    } finally {
      // With an error the connection is closed, and so the transaction rolled back.
      client.release(error);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

function unavailable(message: string, cause: unknown): AppError {
  return new AppError('unavailable', message, { details: { retryAfterSeconds: 1 }, cause });
}

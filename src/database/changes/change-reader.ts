import pg from 'pg';
import type { Change } from './change.js';
import { CHANGES_CHANNEL } from './change-channel.js';

export interface ReadChanges {
  /** Which transactions the reading saw (a `pg_snapshot` as text): the next one takes what it did not see. */
  readonly snapshot: string;
  /** Since 1970, by the database's clock. */
  readonly databaseTimeMs: number;
  readonly changes: readonly Change[];
}

/** One statement, so that the rows and the snapshot belong together. The first condition is for the index. */
const READ = `
  SELECT pg_current_snapshot()::text AS snapshot, log.change,
    extract(epoch FROM now())::float8 * 1000 AS "databaseTimeMs"
  FROM (SELECT) AS always LEFT JOIN changes AS log
    ON log.xid >= pg_snapshot_xmin($1::pg_snapshot)::text::bigint
    AND NOT pg_visible_in_snapshot(log.xid::text::xid8, $1::pg_snapshot)
  ORDER BY log.seq`;

interface Row {
  snapshot: string;
  databaseTimeMs: number;
  change: Change | null;
}

/** A connection of its own that listens for changes and reads them, so that a busy pool never delays a revocation. */
export class ChangeReader {
  private constructor(private readonly client: pg.Client) {}

  /**
   * @param timeoutMs for connecting and for each statement; past it the connection counts as dead.
   * @param onNotified called at each notification.
   * @param onLost called once when the connection breaks.
   */
  static async connect(
    url: string,
    timeoutMs: number,
    onNotified: () => void,
    onLost: (error?: Error) => void,
  ): Promise<ChangeReader> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'tessera changes',
      connectionTimeoutMillis: timeoutMs,
      query_timeout: timeoutMs,
      keepAlive: true,
    });
    client.on('error', onLost);
    client.on('end', () => onLost());
    client.on('notification', onNotified);
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANGES_CHANNEL}`);
    } catch (error) {
      destroy(client);
      throw error;
    }
    return new ChangeReader(client);
  }

  /** From where to read on after everything was loaded anew; to be asked for before. */
  async currentSnapshot(): Promise<string> {
    const { rows } = await this.client.query<Row>('SELECT pg_current_snapshot()::text AS snapshot');
    return rows[0]!.snapshot;
  }

  /** The changes of all transactions that `snapshot` did not see, in the order of their numbers. */
  async read(snapshot: string): Promise<ReadChanges> {
    const { rows } = await this.client.query<Row>({ name: 'read_changes', text: READ, values: [snapshot] });
    const [{ snapshot: next, databaseTimeMs }] = rows as [Row, ...Row[]];
    return { snapshot: next, databaseTimeMs, changes: rows.flatMap(({ change }) => (change === null ? [] : [change])) };
  }

  close(): void {
    this.client.removeAllListeners('notification');
    destroy(this.client);
  }
}

/** Without a goodbye, which a silently blocked connection would never deliver. */
function destroy(client: pg.Client): void {
  client.removeAllListeners('error').removeAllListeners('end');
  client.on('error', () => undefined);
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
}

import pg from 'pg';
import type { Change } from './change.js';
import { CHANGES_CHANNEL } from './change-channel.js';

/** What one read returned. */
export interface ReadChanges {
  /** The `pg_snapshot` of the read, as text. The next read returns what this one did not see. */
  readonly snapshot: string;
  /** When the read began: milliseconds since 1970, by the database's clock. */
  readonly databaseTimeMs: number;
  /** The highest index in the revocation bits that any token has been given, committed or not; -1 where there is none. */
  readonly highestIdx: number;
  readonly changes: readonly Change[];
  /** How many milliseconds before the read the transaction of each change began. */
  readonly lagsMs: readonly number[];
}

/**
 * One statement, so that the rows and the snapshot belong together; the LEFT JOIN returns the snapshot where there are no
 * rows. The first condition lets the index on xid be used, the second decides.
 */
const READ = `
  SELECT pg_current_snapshot()::text AS snapshot, unseen.change,
    extract(epoch FROM now() - unseen.made_at)::float8 * 1000 AS "lagMs",
    extract(epoch FROM now())::float8 * 1000 AS "databaseTimeMs",
    (SELECT CASE WHEN is_called THEN last_value ELSE -1 END FROM tokens_idx_seq)::float8 AS "highestIdx"
  FROM (SELECT) AS always LEFT JOIN changes AS unseen
    ON unseen.xid >= pg_snapshot_xmin($1::pg_snapshot)::text::bigint
    AND NOT pg_visible_in_snapshot(unseen.xid::text::xid8, $1::pg_snapshot)
  ORDER BY unseen.seq`;

interface Row {
  snapshot: string;
  databaseTimeMs: number;
  highestIdx: number;
  change: Change | null;
  lagMs: number | null;
}

/** Listens for changes and reads them, on a connection of its own: a busy pool never delays a revocation. */
export class ChangeReader {
  private constructor(private readonly client: pg.Client) {}

  /**
   * Connects and listens.
   * @param timeoutMs for connecting and for each statement; past it the connection counts as dead.
   * @param onNotified called at each notification.
   * @param onLost called when the connection breaks.
   * @throws the error of `pg`.
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

  /** The snapshot of this moment. Taken before all state is reloaded, it is what the next read starts from. */
  async currentSnapshot(): Promise<string> {
    const { rows } = await this.client.query<Row>('SELECT pg_current_snapshot()::text AS snapshot');
    return rows[0]!.snapshot;
  }

  /** The changes of all transactions that `snapshot` did not see, in the order of their numbers. */
  async read(snapshot: string): Promise<ReadChanges> {
    const { rows } = await this.client.query<Row>({ name: 'read_changes', text: READ, values: [snapshot] });
    const [{ snapshot: next, databaseTimeMs, highestIdx }] = rows as [Row, ...Row[]];
    const changes = rows.flatMap(({ change }) => (change === null ? [] : [change]));
    const lagsMs = rows.flatMap(({ lagMs }) => (lagMs === null ? [] : [lagMs]));
    return { snapshot: next, databaseTimeMs, highestIdx, changes, lagsMs };
  }

  /** Ends the connection at once; `onLost` is not called for it. */
  close(): void {
    this.client.removeAllListeners('notification');
    destroy(this.client);
  }
}

/**
 * The transaction id below which all transactions have ended, as `snapshot` has it. It never decreases, unless the
 * database is restored to an earlier state.
 */
export function xminOf(snapshot: string): bigint {
  return BigInt(snapshot.split(':', 1)[0]!);
}

/** The transaction id below which everything lies that `snapshot` has seen. */
export function xmaxOf(snapshot: string): bigint {
  return BigInt(snapshot.split(':', 2)[1]!);
}

/** Closes the socket without the protocol's Terminate message, which a blocked connection would never deliver. */
function destroy(client: pg.Client): void {
  client.removeAllListeners('error').removeAllListeners('end');
  client.on('error', () => undefined);
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
}

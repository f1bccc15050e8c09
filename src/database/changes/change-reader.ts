import pg from 'pg';
import type { Change } from './change.js';
import { CHANGES_CHANNEL } from './change-channel.js';

export interface ReadChanges {
  /** Every transaction below it has ended: what it wrote was in this reading or an earlier one. */
  readonly horizon: bigint;
  readonly changes: readonly { readonly seq: string; readonly change: Change }[];
}

/** One statement, so that the rows and the horizon come from the same snapshot. */
const READ = `
  SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, log.seq, log.change
  FROM (SELECT) AS always LEFT JOIN changes AS log ON log.xid >= $1::bigint
  ORDER BY log.seq`;

interface Row {
  horizon: string;
  seq: string | null;
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

  /** Where a reading that starts now and is told nothing of the past must begin. */
  async currentHorizon(): Promise<bigint> {
    const { rows } = await this.client.query<{ horizon: string }>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon',
    );
    return BigInt(rows[0]!.horizon);
  }

  /** The changes of all transactions that had not ended at `horizon`, in the order of their numbers. */
  async read(horizon: bigint): Promise<ReadChanges> {
    const { rows } = await this.client.query<Row>({ name: 'read_changes', text: READ, values: [horizon.toString()] });
    return {
      horizon: BigInt(rows[0]!.horizon),
      changes: rows.flatMap(({ seq, change }) => (seq !== null && change !== null ? [{ seq, change }] : [])),
    };
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

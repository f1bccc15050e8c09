import { Injectable } from '@nestjs/common';
import type { Change } from '../changes/change.js';
import { LIST_TIMEOUT_MS, PreparedStatements, type PreparedStatement } from '../prepared-statements.js';

/** From the end of the log, of which no more is read than is asked for. Ids from before a restore are left out. */
const LIST_LATEST: PreparedStatement = {
  name: 'list_latest_token_changes',
  timeoutMs: LIST_TIMEOUT_MS,
  text: `
  WITH log AS NOT MATERIALIZED (
    SELECT seq, xid, change FROM changes
    WHERE xid < pg_snapshot_xmax(pg_current_snapshot())::text::bigint AND change ->> 'type' IN (
      'tokens_revoked', 'tokens_suspended', 'tokens_restored', 'token_chunks_changed', 'signing_key_revoked'
    )
  ), sized AS (
    SELECT seq, xid, change - 'chunks' AS change, sum(coalesce(jsonb_array_length(change -> 'idxs'), 1)) OVER (
      ORDER BY seq DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS newer
    FROM (SELECT * FROM log ORDER BY seq DESC LIMIT $1::integer + 1) AS newest
  ), latest AS (
    SELECT * FROM sized WHERE newer IS NULL OR newer <= $1::integer
  )
  SELECT xid, change, (SELECT max(xid) FROM log WHERE seq < (SELECT min(seq) FROM latest)) AS before
  FROM latest ORDER BY seq`,
};

export interface LatestTokenChanges {
  /** Whatever is left out was done by transactions with ids below this. */
  readonly below: bigint;
  /** With the ids of their transactions. In the order in which they followed each other where they meet in a token. */
  readonly changes: readonly { readonly xid: bigint; readonly change: Change }[];
}

@Injectable()
export class TokenChangeRepository {
  constructor(private readonly statements: PreparedStatements) {}

  /** What happened to tokens and signing keys last, up to the change that makes it more than `limit` of them. */
  async listLatest(limit: number): Promise<LatestTokenChanges> {
    const rows = await this.statements.run<{ xid: string; change: Change; before: string | null }>(LIST_LATEST, [
      limit,
    ]);
    const before = rows[0]?.before ?? null;
    const changes = rows.map(({ xid, change }) => ({ xid: BigInt(xid), change }));
    return { below: before === null ? 0n : BigInt(before) + 1n, changes };
  }
}

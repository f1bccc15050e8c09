import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PoolClient, QueryConfig } from 'pg';
import type { IncidentAction } from '../../common/incident.js';
import type { TokenEnding } from '../../common/token-ending.js';
import { TOKEN_KINDS, type TokenKind } from '../../common/token-kind.js';
import type { TokenMatch, TokenStatus } from '../../common/token-match.js';
import { firstIdAt } from '../../common/time-ordered-id.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';
import { hasStatus, isUnended, tokenConditions, valueBinder, type Bind } from './token-conditions.js';
import { endingValues, endTokens, SET_ENDED } from './token-ending.js';

/** The tokens of one chunk of the revocation bits that were found. */
export interface FoundChunk {
  readonly chunk: number;
  readonly tokens: Iterable<FoundToken>;
}

export interface FoundToken {
  /** Its place in the chunk. */
  readonly at: number;
  readonly kind: TokenKind;
  readonly userId: number;
  /** What its row says; it is neither revoked nor expired. */
  readonly isSuspended: boolean;
}

/** Which tokens are wanted beside `match`: those whose row is so, at this moment. */
export interface Wanted {
  readonly match: TokenMatch;
  readonly statuses: readonly TokenStatus[];
  readonly now: Date;
}

const RECORD_BYTES = 8;
const MAX_SECONDS = 60;
/** Longer than it takes to issue a token, and than the clocks of two instances differ. */
const ISSUING_SLACK_MS = 5_000;

interface Mark {
  /** Which rows an action still has something to do with. */
  readonly due: string;
  /** The statement that marks those that `where` says, and its values. */
  readonly update: (where: string) => string;
  readonly values: (ending: TokenEnding, incidentId: string) => unknown[];
}

const MARKS: Readonly<Record<IncidentAction, Mark>> = {
  revoke: {
    due: 'revoked_at IS NULL',
    update: (where) => endTokens(where, `${SET_ENDED}, incident_id = $5`),
    values: (ending, incidentId) => [...endingValues(ending), incidentId],
  },
  suspend: {
    due: 'revoked_at IS NULL AND suspended_at IS NULL',
    update: (where) => `UPDATE tokens SET suspended_at = $1, incident_id = $2 WHERE ${where}`,
    values: ({ at }, incidentId) => [at, incidentId],
  },
  restore: {
    due: 'revoked_at IS NULL AND suspended_at IS NOT NULL',
    update: (where) => `UPDATE tokens SET suspended_at = NULL, incident_id = NULL WHERE ${where}`,
    values: () => [],
  },
};

/** The tokens of incidents. */
@Injectable()
export class IncidentTokenRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Finds them in one statement, of a transaction or by itself. It takes one core, and leaves the others to others. */
  async find(wanted: Wanted, transaction?: Transaction): Promise<FoundChunk[]> {
    if (transaction) return find(managerOf(transaction), wanted);
    return this.dataSource.transaction((manager) => find(manager, wanted));
  }

  /**
   * Marks the rows of these tokens, as far as there is something left to do. Rows that somebody has locked are left
   * out: waiting for them could be a deadlock.
   * @returns how many were left out.
   */
  async mark(
    transaction: Transaction,
    { action, id }: { readonly action: IncidentAction; readonly id: string },
    ending: TokenEnding,
    idxs: readonly number[],
  ): Promise<number> {
    const { due, update, values } = MARKS[action];
    const manager = managerOf(transaction);
    const bound = values(ending, id);
    const free = `
      SELECT id FROM tokens WHERE idx = ANY ($${bound.length + 1}::bigint[]) AND ${due} FOR UPDATE SKIP LOCKED`;
    await manager.query(update(`id IN (${free})`), [...bound, idxs]);
    const [left] = await manager.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM tokens WHERE idx = ANY ($1::bigint[]) AND ${due}`,
      [idxs],
    );
    return left!.count;
  }

  /**
   * Tokens that match and came of a refresh token of the incident while it began. That one's row is marked by now, so
   * that there are no more of them.
   * @returns their indexes.
   */
  async findRefreshedMeanwhile(
    transaction: Transaction,
    { id, startedAt }: { readonly id: string; readonly startedAt: Date },
    { match, statuses, now }: Wanted,
  ): Promise<number[]> {
    const { values, bind } = valueBinder();
    const since = new Date(startedAt.getTime() - ISSUING_SLACK_MS);
    const conditions = [
      `refresh.kind = 'session_refresh' AND refresh.incident_id = ${bind(id)}::uuid`,
      `token.id >= ${bind(firstIdAt(since))}::uuid`,
      ...conditionsOf({ match, statuses, now }, bind),
    ];
    const rows = await managerOf(transaction).query<{ idx: string }[]>(
      `SELECT token.idx FROM tokens AS token JOIN tokens AS refresh ON refresh.session_id = token.session_id
       WHERE ${conditions.join(' AND ')}`,
      values,
    );
    return rows.map(({ idx }) => Number(idx));
  }
}

async function find(manager: EntityManager, wanted: Wanted): Promise<FoundChunk[]> {
  const { values, bind } = valueBinder();
  const kinds = bind(TOKEN_KINDS);
  // Eight bytes for each token: its place less 32,768, its kind and whether it is suspended, and its owner.
  const text = `
    SELECT (token.idx / 65536)::integer AS chunk, string_agg(
      int2send((token.idx % 65536 - 32768)::smallint)
        || int2send((2 * array_position(${kinds}::text[], token.kind) + (token.suspended_at IS NOT NULL)::integer)::smallint)
        || int4send(token.user_id), ''::bytea) AS records
    FROM tokens AS token WHERE ${conditionsOf(wanted, bind).join(' AND ')} GROUP BY 1`;
  await manager.query(
    `SELECT set_config('statement_timeout', '${MAX_SECONDS}s', true), set_config('jit', 'off', true),
       set_config('max_parallel_workers_per_gather', '0', true), set_config('work_mem', '64MB', true)`,
  );
  const client = (await manager.queryRunner!.connect()) as PoolClient;
  // pg takes the limit with a statement too, which its types do not say.
  const config: QueryConfig & { query_timeout: number } = { text, values, query_timeout: (MAX_SECONDS + 1) * 1000 };
  const { rows } = await client.query<{ chunk: number; records: Buffer }>(config);
  return rows.map(({ chunk, records }) => ({ chunk, tokens: tokensOf(records) }));
}

function conditionsOf({ match, statuses, now }: Wanted, bind: Bind): string[] {
  const { status: _, ...rest } = match;
  const moment = `${bind(now)}::timestamptz`;
  const [status] = statuses;
  return [
    statuses.length === 1 ? hasStatus(status!, moment) : isUnended(moment),
    ...tokenConditions(rest, moment, bind),
  ];
}

function* tokensOf(records: Buffer): Generator<FoundToken> {
  for (let from = 0; from < records.length; from += RECORD_BYTES) {
    const kindAndSuspended = records.readInt16BE(from + 2);
    yield {
      at: records.readInt16BE(from) + 32_768,
      kind: TOKEN_KINDS[(kindAndSuspended >> 1) - 1]!,
      userId: records.readInt32BE(from + 4),
      isSuspended: (kindAndSuspended & 1) === 1,
    };
  }
}

import { Injectable } from '@nestjs/common';
import { TOKEN_KINDS, type TokenKind } from '../../common/token-kind.js';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { OperatorPool, type RunQuery } from '../operator-pool.js';
import { isActive, LIVE } from './token-conditions.js';

/** What is counted. */
export type Counted = `tokens.${TokenKind}` | 'users.enabled' | 'users.disabled';

export interface LiveCount {
  readonly name: Counted;
  readonly count: number;
  readonly countedAt: Date;
}

/** So many rows are read well within a statement's time limit. */
const PAGE = 100_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** One page of the tokens of a kind, in the order of their ids. PostgreSQL has a greatest text, and no greatest uuid. */
const COUNT_TOKENS = `
  SELECT count(*)::integer AS read, (count(*) FILTER (WHERE active))::integer AS active,
    max(id::text COLLATE "C") AS last
  FROM (
    SELECT id, ${isActive('$3::timestamptz')} AS active FROM tokens AS token
    WHERE kind = $1 AND ${LIVE} AND id > $2::uuid ORDER BY id LIMIT ${PAGE}
  ) AS page`;

/** Reads an index alone. */
const COUNT_USERS = `
  SELECT count(*) FILTER (WHERE enabled)::float8 AS enabled, count(*) FILTER (WHERE NOT enabled)::float8 AS disabled
  FROM users`;

const KEEP = `
  INSERT INTO live_counts (name, count, counted_at)
  SELECT name, count, $3 FROM unnest($1::text[], $2::bigint[]) AS new (name, count)
  ON CONFLICT (name) DO UPDATE SET count = excluded.count, counted_at = excluded.counted_at`;

/** How many active tokens and users there were when they were last counted. */
@Injectable()
export class LiveCountRepository {
  constructor(private readonly pool: OperatorPool) {}

  /** Empty before the first count. */
  list(): Promise<LiveCount[]> {
    return this.pool.query<LiveCount>(
      'SELECT name, count::float8 AS count, counted_at AS "countedAt" FROM live_counts',
      [],
    );
  }

  /**
   * Counts again, unless another instance is doing so, or one has done so since `unlessSince`.
   * @param stopped ends it between two statements, by an error.
   */
  async recount(now: Date, unlessSince: Date, stopped: AbortSignal): Promise<void> {
    await this.pool.whileLocked(ADVISORY_LOCKS.liveCounts, async (run) => {
      if ((await run('SELECT FROM live_counts WHERE counted_at > $1 LIMIT 1', [unlessSince])).length > 0) return;
      const counts = new Map<Counted, number>();
      for (const kind of TOKEN_KINDS) counts.set(`tokens.${kind}`, await countTokens(run, kind, now, stopped));
      const [users] = await run<{ enabled: number; disabled: number }>(COUNT_USERS, []);
      counts.set('users.enabled', users!.enabled).set('users.disabled', users!.disabled);
      await run(KEEP, [[...counts.keys()], [...counts.values()], now]);
    });
  }
}

async function countTokens(run: RunQuery, kind: TokenKind, now: Date, stopped: AbortSignal): Promise<number> {
  let [count, last, read] = [0, BEFORE_ALL, PAGE];
  while (read === PAGE) {
    stopped.throwIfAborted();
    const [page] = await run<{ read: number; active: number; last: string | null }>(COUNT_TOKENS, [kind, last, now]);
    count += page!.active;
    read = page!.read;
    last = page!.last ?? last;
  }
  return count;
}

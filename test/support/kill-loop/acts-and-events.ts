import type { Client } from 'pg';
import type { Ledger } from './ledger.js';

/** $1 is the version of a password that was never changed. */
const DIFFERENCES = `
  WITH event AS (
    SELECT action, target_id, payload::jsonb -> 'changes' AS changes FROM all_audit_events
  ),
  state AS (
    SELECT 'user.created' AS action, id::text AS target_id, 1 AS count FROM users
    UNION ALL SELECT 'user.disabled', id::text, 1 FROM users WHERE NOT enabled
    UNION ALL SELECT 'user.password_changed', id::text, password_version - $1 FROM users WHERE password_version > $1
    UNION ALL SELECT 'token.issued', id::text, 1 FROM tokens WHERE session_id IS NULL
    UNION ALL SELECT 'session.opened', id::text, 1 FROM sessions
    UNION ALL SELECT 'session.refreshed', id::text, access_tokens_issued FROM sessions WHERE access_tokens_issued > 0
  ),
  told AS (
    SELECT action, target_id, count(*) AS count FROM event
    WHERE action IN (SELECT action FROM state) GROUP BY action, target_id
  ),
  ended AS (
    SELECT user_id::text AS user_id, count(*) AS count FROM tokens WHERE revoked_at IS NOT NULL GROUP BY user_id
  ),
  told_ended AS (
    SELECT COALESCE(changes ->> 'userId', target_id) AS user_id,
      sum(CASE action WHEN 'token.revoked' THEN 1 ELSE (changes ->> 'endedTokens')::integer END) AS count
    FROM event
    WHERE action = 'token.revoked' OR changes ? 'endedTokens'
    GROUP BY 1
  )
  SELECT action AS what, target_id AS id, COALESCE(state.count, 0)::integer AS state,
    COALESCE(told.count, 0)::integer AS told
  FROM state FULL JOIN told USING (action, target_id)
  WHERE state.count IS DISTINCT FROM told.count
  UNION ALL
  SELECT 'tokens ended', user_id, COALESCE(ended.count, 0)::integer, COALESCE(told_ended.count, 0)::integer
  FROM ended FULL JOIN told_ended USING (user_id)
  WHERE COALESCE(ended.count, 0) <> COALESCE(told_ended.count, 0)`;

/** What there is so many times in the state, and so many times in the log. */
export interface Difference {
  readonly what: string;
  readonly id: string;
  readonly state: number;
  readonly told: number;
}

/**
 * Holds all that the database has, also of requests that were never acknowledged, against its audit log: each row has
 * its event, each event its row, and as many tokens have ended as the events say.
 */
export async function differencesOfStateAndLog(client: Client): Promise<Difference[]> {
  const { rows } = await client.query<{ version: number }>('SELECT min(password_version) AS version FROM users');
  return (await client.query<Difference>(DIFFERENCES, [rows[0]!.version])).rows;
}

export interface ToldRequests {
  /** Acknowledged requests of which the log does not tell by exactly the one event that it should. */
  readonly wrong: string[];
  /** How many requests it tells of that were not acknowledged. */
  readonly ofOthers: number;
}

/** Holds every acknowledged request against the events that bear its `X-Request-Id`. */
export async function compareRequests(client: Client, ledger: Ledger): Promise<ToldRequests> {
  const { rows } = await client.query<{ request_id: string; actions: string }>(
    `SELECT request_id, string_agg(action, ' ' ORDER BY action) AS actions FROM all_audit_events
     WHERE request_id IS NOT NULL GROUP BY request_id`,
  );
  const told = new Map(rows.map(({ request_id, actions }) => [request_id, actions]));
  const wrong = [...ledger.actions].filter(([id, action]) => told.get(id) !== action);
  const ofOthers = rows.filter(({ request_id }) => !ledger.actions.has(request_id)).length;
  return { wrong: wrong.map(([id, action]) => `${action}: ${told.get(id) ?? 'no event'}`), ofOthers };
}

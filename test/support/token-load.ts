import { generateSigningKey } from '../../src/signing-keys/signing-key.js';
import type { TestDatabase } from './test-database.js';

/** The tables that grow with the tokens: each gets its indexes after its rows, which is ten times as fast. */
const INDEXES = `
  SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
  WHERE indrelid IN ('tokens'::regclass, 'token_uses'::regclass, 'sessions'::regclass) AND NOT indisprimary`;

/**
 * A year of an installation at the moment `$1`: sessions of a day with their three tokens, logins, named tokens and
 * context tokens, as kinds with their lifetimes and for how long they are looked back upon. Those that ended more than
 * 30 days ago are gone.
 */
const TOKENS = `
  INSERT INTO tokens (id, idx, kind, secret_digest, user_id, session_id, signing_key_id, issued_at, expires_at,
    revoked_at, expired, description, issued_address, issued_user_agent, ended_by_kind, ended_by_id, ended_reason)
  SELECT (lpad(to_hex(floor(extract(epoch FROM issued_at) * 1000)::bigint), 12, '0') || '7'
      || lpad(to_hex(n % 4093), 3, '0') || '8' || lpad(to_hex(n % 4091), 3, '0') || lpad(to_hex(n), 12, '0'))::uuid,
    n, kind, CASE WHEN kind IN ('context', 'session_refresh') THEN decode(md5(n::text), 'hex') END,
    user_id, session_id,
    CASE WHEN kind NOT IN ('context', 'session_refresh') THEN 13 - least(12, days_ago / 31) END,
    issued_at, expires_at, CASE WHEN is_revoked THEN revoked_at END,
    NOT is_revoked AND coalesce(expires_at < $1::timestamptz - interval '10 minutes', false),
    CASE WHEN kind = 'api_key' THEN 'key ' || n % 100000 END, address, 'Mozilla/5.0 (X11; Linux x86_64) Firefox/' || n % 90,
    CASE WHEN is_revoked THEN 'user' END, CASE WHEN is_revoked THEN user_id END,
    CASE WHEN is_revoked THEN 'Logged out everywhere' END
  FROM (
    SELECT *, n % 19 = 0 AND revoked_at < least(expires_at, $1::timestamptz) AS is_revoked FROM (
      SELECT n, kind, days_ago, issued_at, issued_at + lifetime AS expires_at,
        issued_at + least(lifetime, interval '2 days') * ((n * 7919) % 997 / 997.0) AS revoked_at,
        1 + floor(power((member * 48271 % 999983) / 999983.0, 3) * $3::integer)::integer AS user_id,
        CASE WHEN kind LIKE 'session%' THEN ('00000000-0000-7000-8000-' || lpad(to_hex(member), 12, '0'))::uuid END
          AS session_id,
        CASE WHEN member % 10 = 0 THEN '198.51.100.7'::inet
          WHEN member % 9973 = 0 THEN ('192.0.2.' || member % 250)::inet
          WHEN member % 17 = 0 THEN ('2001:db8::' || to_hex(member % 60000))::inet
          ELSE '10.0.0.0'::inet + (member * 7919 % 16000000) END AS address
      FROM (
        SELECT n, member, kind, lifetime, floor(past)::integer AS days_ago,
          $1::timestamptz - past * interval '1 day' AS issued_at
        FROM (
          SELECT n, CASE WHEN n % 50 < 39 THEN n - n % 50 + (n % 50) / 3 ELSE n END AS member, kind, lifetime,
            CASE WHEN n % 50 < 39 THEN (n - n % 50 + (n % 50) / 3) ELSE n END * 104729 % 999979 / 999979.0 * back AS past
          FROM generate_series(1, $2::bigint) AS n
          CROSS JOIN LATERAL (
            SELECT CASE WHEN n % 50 < 39 THEN (ARRAY['session_access', 'session_id', 'session_refresh'])[n % 50 % 3 + 1]
              WHEN n % 50 < 45 THEN 'login' WHEN n % 50 < 49 THEN 'api_key' ELSE 'context' END AS kind
          ) AS of_kind
          CROSS JOIN LATERAL (
            SELECT CASE kind WHEN 'session_refresh' THEN interval '90 days' WHEN 'context' THEN NULL
                WHEN 'api_key' THEN interval '1 day' * (30 + n % 336) ELSE interval '1 day' END AS lifetime,
              CASE kind WHEN 'context' THEN 365.0 WHEN 'api_key' THEN 365.0 ELSE 31.0 END AS back
          ) AS of_lifetime
        ) AS drawn
      ) AS dated
    ) AS owned
  ) AS ended
  ORDER BY issued_at`;

/** Seven of ten tokens were used, most of those that are alive today or yesterday; the others have their place, too. */
const USES = `
  INSERT INTO token_uses (token_id, kind, used_at, address, expired, revoked)
  SELECT id, kind, CASE WHEN idx * 7919 % 10 < 7 THEN issued_at + (least(expires_at, revoked_at, $1::timestamptz) - issued_at)
    * power(idx * 48271 % 999983 / 999983.0, 0.2) END, issued_address, expired,
    revoked_at IS NOT NULL
  FROM tokens`;

const PROGRESS = `UPDATE token_use_progress SET up_to = (SELECT id FROM tokens ORDER BY id DESC LIMIT 1)`;

const SESSIONS = `
  INSERT INTO sessions (id, user_id, access_tokens_issued, created_at, expires_at, last_refreshed_at)
  SELECT session_id, user_id, 0, issued_at, expires_at, NULL FROM tokens WHERE kind = 'session_refresh'`;

const CONTEXTS = [
  `INSERT INTO contexts (code, name) SELECT n, 'Context' || n FROM generate_series(3, 50) AS n`,
  `INSERT INTO context_tokens (id, sealed_text) SELECT id, '' FROM tokens WHERE kind = 'context' AND revoked_at IS NULL`,
  `INSERT INTO context_token_contexts (token_id, code, user_id)
   SELECT token_id, code, user_id FROM (
     SELECT id AS token_id, 1 + row_number() OVER () % 49 AS code FROM context_tokens
     UNION SELECT id, 50 FROM context_tokens WHERE right(id::text, 2) = '00'
   ) AS granted JOIN tokens ON tokens.id = token_id`,
];

/** 13 keys, the last of them until now, of a service that has none yet: it makes its own when it starts. */
const KEYS = `
  INSERT INTO signing_keys (kid, state, public_key, created_at, activated_at, retired_at)
  SELECT 'kid ' || n, 'retired', $2, at - interval '40 days', at - interval '31 days', at
  FROM (SELECT n, $1::timestamptz - n * interval '31 days' AS at FROM generate_series(12, 0, -1) AS n) AS retired
  ORDER BY n DESC`;

/** Inserts `count` tokens and `users` users, as they are at the moment `now`. */
export async function insertTokenLoad(
  database: TestDatabase,
  { now, count, users }: { now: Date; count: number; users: number },
): Promise<void> {
  const indexes = await database.query<{ name: string; definition: string }>(INDEXES);
  for (const { name } of indexes) await database.query(`DROP INDEX ${name}`);
  await database.query(
    `INSERT INTO users (username, password_hash, role, created_at, updated_at)
     SELECT 'user' || n, '', 'viewer', $1, $1 FROM generate_series(1, $2::integer) AS n`,
    [now, users],
  );
  await database.query(KEYS, [now, generateSigningKey().publicKey]);
  await database.query(TOKENS, [now, count, users]);
  await database.query(`SELECT setval('tokens_idx_seq', $1)`, [count]);
  await database.query(USES, [now]);
  await database.query(PROGRESS);
  await database.query(SESSIONS);
  for (const statement of CONTEXTS) await database.query(statement);
  for (const { definition } of indexes) await database.query(`SET maintenance_work_mem = '1GB'; ${definition}`);
  for (const table of ['tokens', 'token_uses', 'users', 'sessions']) await database.query(`VACUUM ANALYZE ${table}`);
}

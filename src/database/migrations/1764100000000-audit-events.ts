import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditEvents1764100000000 implements MigrationInterface {
  readonly name = 'AuditEvents1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EVENTS);
    await runner.query(TREE);
    await runner.query(TAKE_OVER);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}

/**
 * `payload` is what is hashed; the other columns repeat it for search, and the constraint keeps them from saying
 * something else. Until an event is in the tree it is in two indexes alone, so that recording it is cheap.
 */
const EVENTS = `
  CREATE FUNCTION audit_event_columns(payload text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE AS $$
  DECLARE
    event jsonb := payload;
  BEGIN
    RETURN ARRAY[event ->> 'id', event ->> 'time', event ->> 'action', event ->> 'outcome',
      event #>> '{actor,type}', event #>> '{actor,id}', event #>> '{actor,username}',
      event #>> '{target,type}', event #>> '{target,id}', event #>> '{target,name}',
      event #>> '{source,requestId}', event #>> '{source,address}'];
  END $$;

  CREATE TABLE audit_events (
    id uuid NOT NULL,
    time timestamptz NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL,
    actor_type text NOT NULL,
    actor_id text,
    actor_username text,
    target_type text,
    target_id text,
    target_name text,
    request_id text,
    address text,
    payload text NOT NULL,
    epoch bigint,
    leaf bigint,
    CONSTRAINT audit_events_pkey PRIMARY KEY (id, time),
    CONSTRAINT audit_events_epoch_and_leaf_check CHECK ((epoch IS NULL) = (leaf IS NULL)),
    CONSTRAINT audit_events_columns_repeat_payload_check CHECK (audit_event_columns(payload) IS NOT DISTINCT FROM
      ARRAY[id::text, to_char(time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), action, outcome,
        actor_type, actor_id, actor_username, target_type, target_id, target_name, request_id, address])
  ) PARTITION BY RANGE (time);

  CREATE INDEX audit_events_unsealed_idx ON audit_events (time, id) WHERE leaf IS NULL;
  CREATE INDEX audit_events_leaf_idx ON audit_events (epoch, leaf) WHERE leaf IS NOT NULL;
  CREATE INDEX audit_events_time_idx ON audit_events (time, id) WHERE leaf IS NOT NULL;
  CREATE INDEX audit_events_action_idx ON audit_events (action, time, id) WHERE leaf IS NOT NULL;
  CREATE INDEX audit_events_outcome_idx ON audit_events (outcome, time, id) WHERE leaf IS NOT NULL;
  CREATE INDEX audit_events_actor_id_idx ON audit_events (actor_id, time, id)
    WHERE leaf IS NOT NULL AND actor_id IS NOT NULL;
  CREATE INDEX audit_events_actor_username_idx ON audit_events (actor_username, time, id)
    WHERE leaf IS NOT NULL AND actor_username IS NOT NULL;
  CREATE INDEX audit_events_target_id_idx ON audit_events (target_id, time, id)
    WHERE leaf IS NOT NULL AND target_id IS NOT NULL;
  CREATE INDEX audit_events_target_name_idx ON audit_events (target_name, time, id)
    WHERE leaf IS NOT NULL AND target_name IS NOT NULL;
  CREATE INDEX audit_events_request_id_idx ON audit_events (request_id, time, id)
    WHERE leaf IS NOT NULL AND request_id IS NOT NULL;

  -- Refused logins of the present minute, by network and account: who guesses passwords does not write the log.
  CREATE TABLE audit_refused_logins (
    minute timestamptz NOT NULL,
    network text NOT NULL,
    user_id integer NOT NULL,
    reason text NOT NULL,
    username text,
    count integer NOT NULL,
    last_at timestamptz NOT NULL,
    CONSTRAINT audit_refused_logins_pkey PRIMARY KEY (minute, network, user_id, reason)
  );

  -- What no month's partition takes, until there is one: an event is never refused for want of a partition.
  CREATE TABLE audit_events_default PARTITION OF audit_events DEFAULT;`;

const TREE = `
  CREATE TABLE audit_epochs (
    epoch bigint NOT NULL,
    origin text NOT NULL,
    database_identity text NOT NULL,
    began_at timestamptz NOT NULL,
    first_kept_leaf bigint NOT NULL DEFAULT 0,
    CONSTRAINT audit_epochs_pkey PRIMARY KEY (epoch)
  );

  CREATE TABLE audit_checkpoints (
    epoch bigint NOT NULL,
    size bigint NOT NULL,
    root bytea NOT NULL,
    note text NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT audit_checkpoints_pkey PRIMARY KEY (epoch, size)
  );

  CREATE TABLE audit_tiles (
    epoch bigint NOT NULL,
    level smallint NOT NULL,
    index bigint NOT NULL,
    hashes bytea NOT NULL,
    CONSTRAINT audit_tiles_pkey PRIMARY KEY (epoch, level, index)
  );
  -- Hashes cannot be compressed: PostgreSQL need not try.
  ALTER TABLE audit_tiles ALTER COLUMN hashes SET STORAGE EXTERNAL;

  CREATE TABLE audit_keys (
    public_key bytea NOT NULL,
    sealed_private_key bytea NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT audit_keys_pkey PRIMARY KEY (public_key)
  );
  -- One at most.
  CREATE UNIQUE INDEX audit_keys_single_key ON audit_keys ((true));`;

/** The listings that were recorded before, as the first events of the log, in canonical JSON (RFC 8785). */
const TAKE_OVER = `
  WITH old AS (
    SELECT *, date_trunc('milliseconds', made_at) AS time,
      -- A uuid v7 (RFC 9562, section 5.7) of that moment.
      encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        PLACING substring(int8send(floor(extract(epoch FROM made_at) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
        52, 1), 53, 1), 'hex')::uuid AS event_id
    FROM audit_log
  )
  INSERT INTO audit_events
    (id, time, action, outcome, actor_type, actor_id, actor_username, target_type, address, payload)
  SELECT event_id, time, 'tokens.listed', 'success', 'user', user_id::text, username, 'tokens', address,
    format('{"action":"tokens.listed","actor":{"id":%s,"tokenId":null,"type":"user","username":%s},'
      '"changes":{"count":%s},"id":"%s","outcome":"success","reason":null,'
      '"source":{"address":%s,"requestId":null,"userAgent":null},'
      '"target":{"id":null,"name":null,"type":"tokens"},"time":"%s"}',
      user_id, to_json(username), count, event_id, to_json(address),
      to_char(time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  FROM old;
  DROP TABLE audit_log;`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decision 25: events wait in a queue until the sealer writes them, once, with their leaf. */
export class AuditQueue1764290000000 implements MigrationInterface {
  readonly name = 'AuditQueue1764290000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUEUE);
    await runner.query(TAKE_OVER);
    await runner.query(INDEXES);
    await runner.query(VIEW);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}

/**
 * No index and no key, so that recording an event writes one row and nothing else. Vacuum leaves the file as long as it
 * is: to cut it, it would lock out whoever records an event, and the next second needs the space again.
 */
const QUEUE = 'CREATE TABLE audit_unsealed (payload text NOT NULL) WITH (vacuum_truncate = false)';

/**
 * An instance of the version before inserts events without a leaf where they were until now, also during this update.
 * To create the trigger waits for those that are about it, so none of theirs is missed by the statement after it.
 */
const TAKE_OVER = `
  CREATE FUNCTION audit_events_queue_unsealed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO audit_unsealed (payload) VALUES (NEW.payload);
    RETURN NULL;
  END $$;
  CREATE TRIGGER audit_events_queue_unsealed BEFORE INSERT ON audit_events
    FOR EACH ROW WHEN (NEW.leaf IS NULL) EXECUTE FUNCTION audit_events_queue_unsealed();

  WITH moved AS (DELETE FROM audit_events WHERE leaf IS NULL RETURNING payload)
  INSERT INTO audit_unsealed (payload) SELECT payload FROM moved`;

/** The primary key is the order of the log. Nearly every event is a success: a search for those reads the log itself. */
const INDEXES = `
  DROP INDEX audit_events_unsealed_idx, audit_events_time_idx, audit_events_outcome_idx;
  ALTER TABLE audit_events DROP CONSTRAINT audit_events_pkey,
    ADD CONSTRAINT audit_events_pkey PRIMARY KEY (time, id);
  CREATE INDEX audit_events_outcome_idx ON audit_events (outcome, time, id)
    WHERE leaf IS NOT NULL AND outcome <> 'success'`;

/** Those that have a leaf, and those that wait for one. OFFSET 0, so that a payload is read once. */
const VIEW = `
  CREATE VIEW all_audit_events AS
    SELECT id, time, action, outcome, actor_type, actor_id, actor_username, target_type, target_id, target_name,
      request_id, address, payload, epoch, leaf
    FROM audit_events WHERE leaf IS NOT NULL
    UNION ALL
    SELECT (event ->> 'id')::uuid, (event ->> 'time')::timestamptz, event ->> 'action', event ->> 'outcome',
      event #>> '{actor,type}', event #>> '{actor,id}', event #>> '{actor,username}',
      event #>> '{target,type}', event #>> '{target,id}', event #>> '{target,name}',
      event #>> '{source,requestId}', event #>> '{source,address}', payload, NULL, NULL
    FROM (SELECT payload, payload::jsonb AS event FROM audit_unsealed OFFSET 0) AS unsealed`;

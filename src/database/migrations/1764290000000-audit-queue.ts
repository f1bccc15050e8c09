import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decision 25: events wait in a queue until the sealer writes them, once, with their leaf. */
export class AuditQueue1764290000000 implements MigrationInterface {
  readonly name = 'AuditQueue1764290000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUEUE);
    await runner.query(TAKE_OVER);
    await runner.query(INDEXES);
    await runner.query(VIEWS);
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

/**
 * The queue with the columns of `audit_events`, and both together. OFFSET 0, so that a payload is read once. What reads
 * the end of an index names the two tables itself: of a view over both, PostgreSQL would sort everything.
 */
const VIEWS = `
  CREATE VIEW unsealed_audit_events AS
    SELECT (event ->> 'id')::uuid AS id, (event ->> 'time')::timestamptz AS time, event ->> 'action' AS action,
      event ->> 'outcome' AS outcome, event #>> '{actor,type}' AS actor_type, event #>> '{actor,id}' AS actor_id,
      event #>> '{actor,username}' AS actor_username, event #>> '{target,type}' AS target_type,
      event #>> '{target,id}' AS target_id, event #>> '{target,name}' AS target_name,
      event #>> '{source,requestId}' AS request_id, event #>> '{source,address}' AS address, payload
    FROM (SELECT payload, payload::jsonb AS event FROM audit_unsealed OFFSET 0) AS unsealed;

  CREATE VIEW all_audit_events AS
    SELECT id, time, action, outcome, actor_type, actor_id, actor_username, target_type, target_id, target_name,
      request_id, address, payload, epoch, leaf FROM audit_events
    UNION ALL
    SELECT *, NULL, NULL FROM unsealed_audit_events`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The columns for search are read from the payload by the statement that inserts an event. A constraint read it a
 * second time, and a third when the event got its leaf: a third of what an event cost. A trigger on the columns
 * themselves refuses the same updates, and an update of `epoch` and `leaf` does not fire it.
 */
export class AuditColumnsByTrigger1764250000000 implements MigrationInterface {
  readonly name = 'AuditColumnsByTrigger1764250000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DROP_CONSTRAINT);
    await runner.query(TRIGGER);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}

/** A partition that was attached keeps its own copy of the constraint. */
const DROP_CONSTRAINT = `
  DO $$
  DECLARE
    events regclass;
  BEGIN
    ALTER TABLE audit_events DROP CONSTRAINT audit_events_columns_repeat_payload_check;
    FOR events IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'audit_events'::regclass LOOP
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS audit_events_columns_repeat_payload_check', events);
    END LOOP;
  END $$`;

const TRIGGER = `
  CREATE FUNCTION audit_events_refuse_other_columns() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF audit_event_columns(NEW.payload) IS DISTINCT FROM
      ARRAY[NEW.id::text, to_char(NEW.time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), NEW.action,
        NEW.outcome, NEW.actor_type, NEW.actor_id, NEW.actor_username, NEW.target_type, NEW.target_id, NEW.target_name,
        NEW.request_id, NEW.address]
    THEN
      RAISE EXCEPTION 'A column of event % says something else than its payload', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_events_columns_repeat_payload';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER audit_events_columns_repeat_payload
    BEFORE UPDATE OF id, time, action, outcome, actor_type, actor_id, actor_username, target_type, target_id,
      target_name, request_id, address, payload ON audit_events
    FOR EACH ROW EXECUTE FUNCTION audit_events_refuse_other_columns()`;

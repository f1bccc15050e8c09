import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Incidents1764230100000 implements MigrationInterface {
  readonly name = 'Incidents1764230100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE incidents (
        -- Their order: the one before is done with a token before the next comes to it.
        number bigint GENERATED ALWAYS AS IDENTITY,
        id uuid NOT NULL,
        action text NOT NULL,
        reason text NOT NULL,
        match jsonb NOT NULL,
        actor_id integer NOT NULL,
        actor_username text NOT NULL,
        matched integer NOT NULL,
        done integer NOT NULL DEFAULT 0,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        failure text,
        CONSTRAINT incidents_pkey PRIMARY KEY (number)
      );
      CREATE UNIQUE INDEX incidents_id_key ON incidents (id);
      CREATE INDEX incidents_unfinished_idx ON incidents (number) WHERE ended_at IS NULL;

      -- The tokens of an incident whose rows do not say it yet: what stands here counts before what stands there.
      CREATE TABLE incident_chunks (
        incident_number bigint NOT NULL,
        chunk integer NOT NULL,
        bits bytea NOT NULL,
        position integer NOT NULL DEFAULT 0,
        CONSTRAINT incident_chunks_pkey PRIMARY KEY (incident_number, chunk),
        CONSTRAINT incident_chunks_incident_number_fkey FOREIGN KEY (incident_number) REFERENCES incidents (number)
      );
      CREATE INDEX incident_chunks_chunk_idx ON incident_chunks (chunk);

      ALTER TABLE tokens ADD COLUMN incident_id uuid;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}

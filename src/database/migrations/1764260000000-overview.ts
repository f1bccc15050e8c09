import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Overview1764260000000 implements MigrationInterface {
  readonly name = 'Overview1764260000000';

  async up(runner: QueryRunner): Promise<void> {
    // Half of each page stays free, so that a count that is written again and again stays in it.
    await runner.query(`
      CREATE TABLE activity_hours (
        hour timestamptz NOT NULL,
        name text NOT NULL,
        count bigint NOT NULL,
        CONSTRAINT activity_hours_pkey PRIMARY KEY (hour, name)
      ) WITH (fillfactor = 50);

      CREATE TABLE live_counts (
        name text NOT NULL,
        count bigint NOT NULL,
        counted_at timestamptz NOT NULL,
        CONSTRAINT live_counts_pkey PRIMARY KEY (name)
      );
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only; restore a backup instead.'));
  }
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource } from '../../src/database/data-source.js';
import { migrate } from '../../src/database/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('template0');
});

afterAll(() => database.drop());

describe('migrations', () => {
  it('run once when several instances start at once on an empty database', async () => {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url)));
    const rows = await database.query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
    expect(applied.filter((names) => names.length > 0)).toEqual([rows.map(({ name }) => name)]);
  });

  it('make exactly what the entities describe', async () => {
    await migrate(database.url);
    const dataSource = await createDataSource(database.url).initialize();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    await dataSource.destroy();
  });
});

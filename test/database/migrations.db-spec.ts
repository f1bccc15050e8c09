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
    const instances = await Promise.all([1, 2, 3, 4].map(() => createDataSource(database.url).initialize()));
    const applied = await Promise.all(instances.map((instance) => migrate(instance)));
    const all = instances[0]!.migrations.map(({ name }) => name);
    expect(applied.flat().sort()).toEqual([...all].sort());
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    await Promise.all(instances.map((instance) => instance.destroy()));
  });

  it('make exactly what the entities describe', async () => {
    const dataSource = await createDataSource(database.url).initialize();
    await migrate(dataSource);
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    await dataSource.destroy();
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource } from '../../src/database/data-source.js';
import { NoAsteriskContext1764010100000 } from '../../src/database/migrations/1764010100000-no-asterisk-context.js';
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

  it('give a context that was called * a name that does not stand for any', async () => {
    await migrate(database.url);
    await database.query(`INSERT INTO contexts (code, name) VALUES (7, '*'), (8, 'a/b')`);
    const dataSource = await createDataSource(database.url).initialize();
    await new NoAsteriskContext1764010100000().up(dataSource.createQueryRunner());
    await dataSource.destroy();
    const rows = await database.query('SELECT code, name FROM contexts WHERE code IN (7, 8) ORDER BY code');
    expect(rows).toEqual([
      { code: 7, name: 'context-7' },
      { code: 8, name: 'a/b' },
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { routesOf } from '../../support/routes.js';
import { bearer, TestApp } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let database: TestDatabase;
let app: TestApp;
let headers: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  await app.createUser('admin', 'admin');
  headers = bearer(await app.logIn(await app.createUser('auditor', 'auditor')));
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

/** Every route of the operator's API, with an id where it takes one. */
function operatorRoutes(): { method: string; path: string }[] {
  return routesOf(app.app).flatMap(({ controller, handler, method }) => {
    const [base, own] = [controller, handler].map(
      (of) => [Reflect.getMetadata(PATH_METADATA, of) as string].flat()[0]!,
    );
    const path = `/${base}/${own}`.replace(/\/+/g, '/').replace(/:\w+/g, '1');
    return path.startsWith('/admin/') ? [{ method: RequestMethod[method], path }] : [];
  });
}

async function statuses(isRead: boolean): Promise<[route: string, status: number][]> {
  const found: [string, number][] = [];
  for (const { method, path } of operatorRoutes().filter((route) => (route.method === 'GET') === isRead)) {
    const { status } = await app.call(method, path, { headers, ...(!isRead && { json: {} }) });
    found.push([`${method} ${path}`, status]);
  }
  return found;
}

describe('an auditor', () => {
  it('reads everything of the operator', async () => {
    const reads = await statuses(true);
    expect(reads.length).toBeGreaterThan(8);
    // 400: the audit log's proof of growth wants a size. 404: there is no event of id 1.
    expect(reads.filter(([, status]) => ![200, 400, 404].includes(status))).toEqual([]);
  });

  it('changes nothing', async () => {
    const before = await database.query('SELECT id FROM all_audit_events WHERE action <> $1 ORDER BY id', [
      'audit.exported',
    ]);
    const writes = await statuses(false);
    expect(writes.length).toBeGreaterThan(8);
    expect(writes.filter(([, status]) => status !== 403)).toEqual([]);
    expect(
      await database.query('SELECT id FROM all_audit_events WHERE action <> $1 ORDER BY id', ['audit.exported']),
    ).toEqual(before);
  });
});

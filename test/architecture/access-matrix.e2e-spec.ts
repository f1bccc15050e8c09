import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ROLES, type Role } from '../../src/common/roles.js';
import { TOKEN_KINDS, type TokenKind } from '../../src/common/token-kind.js';
import { byCookie, openConsole } from '../support/console-client.js';
import { issueContextToken } from '../support/context-tokens.js';
import { routesOf } from '../support/routes.js';
import { basic, bearer, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { V1Client } from '../support/v1-client.js';

/** Written anew by `WRITE_ACCESS_MATRIX=1 npm test -- access-matrix`. */
const FILE = join(import.meta.dirname, 'access-matrix.txt');

const HEAD = `# Who may call what: of each route, the roles that pass by each kind of credential.
# "all": every role. "-": none of them. Of "none", which is no credential: whether the call passes.
# What authenticates by its body, such as a login, passes whatever the header holds.
`;

type Credential = 'basic' | TokenKind | 'none';
const CREDENTIALS: readonly Credential[] = ['basic', ...TOKEN_KINDS, 'none'];

interface Endpoint {
  readonly method: string;
  readonly path: string;
}

let database: TestDatabase;
let app: TestApp;
const users = new Map<Role, TestUser>();
let headers: Map<Role, Readonly<Record<Credential, Record<string, string>>>>;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  for (const role of ROLES) users.set(role, await app.createUser(role, role));
  headers = new Map();
  for (const role of ROLES) headers.set(role, await issueAll(users.get(role)!));
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

async function issueAll(user: TestUser): Promise<Record<Credential, Record<string, string>>> {
  const own = basic(user.username, user.password);
  const session = await new V1Client(app).logIn(user);
  const json = { jwt_token_description: `named ${Math.random()}`, jwt_token_life: '1d' };
  const apiKey = await app.call('POST', '/api/v1alpha/token', { headers: own, json });
  return {
    basic: own,
    login: bearer(await app.logIn(user)),
    api_key: bearer((apiKey.body as { jwt_token: string }).jwt_token),
    context: bearer(await issueContextToken(app, user)),
    session_access: bearer(session.access_token),
    session_id: bearer(session.id_token),
    session_refresh: bearer(session.refresh_token),
    console: byCookie(await openConsole(app, user)),
    none: {},
  };
}

function pathsOf(target: object): string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | string[];
  return [path].flat();
}

/** Every route of the running service, under each of its paths. */
function endpoints(): Endpoint[] {
  const all = routesOf(app.app).flatMap(({ controller, handler, method }) =>
    pathsOf(controller).flatMap((prefix) =>
      pathsOf(handler).map((path) => ({
        method: RequestMethod[method],
        path: `/${prefix}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
      })),
    ),
  );
  return all.sort((one, two) => (`${one.path} ${one.method}` < `${two.path} ${two.method}` ? -1 : 1));
}

/** Names nothing that there is, and has a body without any field: who may call is told so only after that was found out. */
async function isAllowed({ method, path }: Endpoint, role: Role, credential: Credential): Promise<boolean> {
  const hasBody = !['GET', 'HEAD'].includes(method);
  const response = await fetch(app.url + path.replace(/:\w+/g, '0'), {
    method,
    redirect: 'manual',
    headers: { ...headers.get(role)![credential], ...(hasBody && { 'content-type': 'application/json' }) },
    ...(hasBody && { body: '{}' }),
  });
  // The stream of revocations has no end. Where credentials are missing, the document of api2 wants 400.
  const text = response.status === 400 ? await response.text() : '';
  if (response.status !== 400) await response.body?.cancel();
  expect([path, response.status < 500]).toEqual([path, true]);
  const passes = ![401, 403].includes(response.status) && !text.includes('Authorization header is required');
  if (passes && method === 'DELETE' && /^\/(api2|console)\//.test(path))
    headers.set(role, await issueAll(users.get(role)!));
  return passes;
}

async function cellOf(endpoint: Endpoint, credential: Credential): Promise<string> {
  if (credential === 'none') return (await isAllowed(endpoint, 'viewer', 'none')) ? 'passes' : '-';
  const roles: Role[] = [];
  for (const role of ROLES) if (await isAllowed(endpoint, role, credential)) roles.push(role);
  if (roles.length === ROLES.length) return 'all';
  return roles.length === 0 ? '-' : roles.join('+');
}

async function matrix(): Promise<string[][]> {
  const rows: string[][] = [];
  for (const endpoint of endpoints()) {
    const row = [`${endpoint.method} ${endpoint.path}`];
    for (const credential of CREDENTIALS) row.push(await cellOf(endpoint, credential));
    rows.push(row);
  }
  return rows;
}

function written(rows: readonly string[][]): string {
  const table = [['route', ...CREDENTIALS], ...rows];
  const widths = table[0]!.map((_, at) => Math.max(...table.map((row) => row[at]!.length)));
  const lines = table.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  );
  return `${HEAD}${lines.join('\n')}\n`;
}

/** The rows of the file, as cells. */
function read(): string[][] {
  const lines = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.slice(1).map((line) => line.split(/ {2,}/));
}

describe('the access matrix', () => {
  it('is what the running routes do, for every role and every kind of credential', async () => {
    const found = written(await matrix());
    if (process.env.WRITE_ACCESS_MATRIX) writeFileSync(FILE, found);
    expect(found).toBe(readFileSync(FILE, 'utf8'));
  }, 60_000);

  it("lets auditors read the operator's plane and nothing more, and nobody else but admins", () => {
    const operator = read().filter(([route]) => /^\w+ \/admin(\/|$)/.test(route!));
    expect(operator.length).toBeGreaterThan(20);
    const wrong = operator.filter(([route, ...cells]) => {
      const who = route!.startsWith('GET ') ? 'admin+auditor' : 'admin';
      const by = (credential: Credential): string => cells[CREDENTIALS.indexOf(credential)]!;
      const opening: Credential[] = ['basic', 'login', 'session_access', 'api_key', 'console'];
      return CREDENTIALS.some((credential) => by(credential) !== (opening.includes(credential) ? who : '-'));
    });
    expect(wrong).toEqual([]);
  });

  it('has no route that an id, refresh or context token opens which is closed to those without any', () => {
    const weak = CREDENTIALS.filter((credential) => ['session_id', 'session_refresh', 'context'].includes(credential));
    const opened = read().filter(
      ([, ...cells]) =>
        cells.at(-1) === '-' && weak.some((credential) => cells[CREDENTIALS.indexOf(credential)] !== '-'),
    );
    expect(opened).toEqual([]);
  });
});

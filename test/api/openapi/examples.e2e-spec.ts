import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealAll } from '../../support/audit.js';
import { byCookie, openConsole, SAME_ORIGIN } from '../../support/console-client.js';
import { totpCode } from '../../support/authenticator.js';
import { SmtpInbox } from '../../support/smtp-inbox.js';
import { basic, bearer, PASSWORD, TestApp, type TestUser } from '../../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly example?: string | number };
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly security: readonly Record<string, unknown>[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example: Record<string, unknown> }>> };
  readonly responses: object;
}

/** An operation, and who calls it. */
type Step = readonly [operationId: string, caller?: 'admin' | 'denis'];

/** The example of `POST /admin/users`. */
const DENIS_PASSWORD = 'j8BDWYrQwDF5u4Yu';

/** Every operation but the stream without an end, in an order in which each can succeed. */
const STEPS: readonly Step[] = [
  ['createUser', 'admin'],
  ['listUsers', 'admin'],
  ['getUser', 'admin'],
  ['search', 'admin'],
  ['getOverview', 'admin'],
  ['updateUser', 'admin'],
  ['createLoginToken'],
  ['getLoginTimeout', 'admin'],
  ['setLoginTimeout', 'admin'],
  ['createNamedToken', 'denis'],
  ['listNamedTokens', 'denis'],
  ['getNamedToken', 'denis'],
  ['deleteNamedToken', 'denis'],
  ['createContextToken', 'denis'],
  ['updateContextToken', 'denis'],
  ['listContextTokens', 'denis'],
  ['listAvailableContexts', 'denis'],
  ['revokeContextToken', 'denis'],
  ['listContextHolders', 'admin'],
  ['setAllowedContexts', 'admin'],
  ['getAllowedContexts', 'admin'],
  ['introspectToken', 'admin'],
  ['verifyRequest', 'denis'],
  ['explainToken', 'admin'],
  ['revokeToken'],
  ['createContext', 'admin'],
  ['listContexts', 'admin'],
  ['updateContext', 'admin'],
  ['deleteContext', 'admin'],
  ['listSigningKeys', 'admin'],
  ['rotateSigningKeys', 'admin'],
  ['createIncident', 'admin'],
  ['listIncidents', 'admin'],
  ['getIncident', 'admin'],
  ['getStatusList'],
  ['getJwks'],
  ['getServerMetadata'],
  ['getSettings', 'admin'],
  ['updateSettings', 'admin'],
  ['listAuditEvents', 'admin'],
  ['getAuditEvent', 'admin'],
  ['proveAuditEvent', 'admin'],
  ['proveAuditGrowth', 'admin'],
  ['exportAuditLog', 'admin'],
  ['getAuditCheckpoint'],
  ['getAuditKey'],
  ['getLiveness'],
  ['getReadiness'],
  ['openDocumentation'],
  ['listSessions', 'admin'],
  ['listOwnSessions', 'denis'],
  ['listTokens', 'admin'],
  ['getToken', 'admin'],
  ['listOwnTokens', 'denis'],
  ['getOwnSecondFactor', 'denis'],
  ['endOwnToken', 'denis'],
  ['endOwnSession', 'denis'],
  ['endToken', 'admin'],
  ['endSession', 'admin'],
  ['openConsoleSession'],
  ['getConsoleSession', 'denis'],
  ['reauthenticateConsoleSession', 'denis'],
  ['endConsoleSession', 'denis'],
  ['invalidateLoginTokens', 'denis'],
  ['logIn'],
  ['refreshTokens'],
  ['changePassword'],
  ['revokeSession'],
  ['forgotPassword'],
  ['confirmForgotPassword'],
  ['setRequiredPassword'],
  ['associateSoftwareToken'],
  ['verifySoftwareToken'],
  ['respondToAuthChallenge'],
  ['listSecondFactors', 'admin'],
  ['requireSecondFactor', 'admin'],
  ['getSecondFactor', 'admin'],
  ['resetSecondFactor', 'admin'],
  ['setSecondFactorRoles', 'admin'],
  ['getSecondFactorRoles', 'admin'],
  ['revokeUserTokens', 'admin'],
  ['deleteUser', 'admin'],
  ['revokeSigningKey', 'admin'],
];

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../../openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const operations = new Map(
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => !method.startsWith('x-'))
      .map(
        ([method, operation]) => [operation.operationId, { path, method: method.toUpperCase(), operation }] as const,
      ),
  ),
);

let database: TestDatabase;
let inbox: SmtpInbox;
let app: TestApp;
let admin: TestUser;
/** What each operation sent last. */
const sent = new Map<string, Record<string, unknown>>();

beforeAll(async () => {
  database = await createTestDatabase();
  inbox = await SmtpInbox.start();
  app = await TestApp.start(database.url, { env: { SMTP_URL: inbox.url } });
  admin = await app.createUser('admin', 'admin');
});

afterAll(async () => {
  await app.close();
  await inbox.close();
  await database.drop();
});

/** Of the authenticator app. */
function sendCode(): void {
  const { secret_code } = sent.get('associateSoftwareToken') as { secret_code: string };
  sent.set('the app', { code: totpCode(secret_code, app.clock.now()) });
}

/** What must have happened before an example, where no other example does it. */
const BEFORE: Readonly<Record<string, () => Promise<void>>> = {
  rotateSigningKeys: () => Promise.resolve(app.clock.advanceSeconds(600)),
  proveAuditEvent: () => sealAll(app, database),
  listSessions: async () => {
    await app.call('POST', '/v1/login', { json: { username: 'denis', password: DENIS_PASSWORD } });
  },
  listIncidents: async () => {
    const json = { match: { userId: 999 }, action: 'revoke', reason: 'x', expect: 0 };
    await app.call('POST', '/admin/revocations', { headers: basic(admin.username, admin.password), json });
  },
  confirmForgotPassword: async () => {
    sent.set('the mail', { code: await inbox.nextCode('denis@example.com') });
  },
  associateSoftwareToken: async () => {
    const json = { username: 'denis', password: 'b2BDWZrQwDF5u4Yu' };
    sent.set('logIn', (await app.call('POST', '/v1/login', { json })).body as Record<string, unknown>);
  },
  verifySoftwareToken: () => Promise.resolve(sendCode()),
  respondToAuthChallenge: async () => {
    const json = { username: 'denis', password: 'b2BDWZrQwDF5u4Yu' };
    sent.set('logIn', (await app.call('POST', '/v1/login', { json })).body as Record<string, unknown>);
    app.clock.advanceSeconds(30);
    sendCode();
  },
  setRequiredPassword: async () => {
    const json = { temporaryPassword: DENIS_PASSWORD };
    await app.call('PATCH', '/admin/users/2', { headers: basic(admin.username, admin.password), json });
    await send(['logIn']);
  },
};

/** An example as it stands, save that `(field of operation)` is what that operation sent. */
function fill(example: unknown): unknown {
  const [, field, source] = /^\((\w+) of (?:the )?(\w+)\)$/.exec(String(example)) ?? [];
  if (!field || !source) return example;
  const body = sent.get(source) ?? sent.get(`the ${source}`);
  return body?.[field] ?? (body?.items as Record<string, string>[] | undefined)?.[0]?.[field];
}

async function credentials({ security }: Operation, caller: Step[1]): Promise<Record<string, string>> {
  // An example of a page's request is sent as its page does.
  if (!caller) return SAME_ORIGIN;
  const password = caller === 'admin' ? PASSWORD : DENIS_PASSWORD;
  if (security.some((scheme) => 'basic' in scheme)) return basic(caller, password);
  const user = { id: 0, username: caller, password };
  if (security.some((scheme) => 'cookie' in scheme)) return byCookie(await openConsole(app, user));
  return bearer(await app.logIn(user));
}

async function send([operationId, caller]: Step): Promise<number> {
  const { path, method, operation } = operations.get(operationId)!;
  await BEFORE[operationId]?.();
  const query = new URLSearchParams();
  let filled = path;
  for (const { name, in: place, schema } of operation.parameters) {
    if (place === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(String(fill(schema.example))));
    else if (schema.example !== undefined) query.set(name, String(schema.example));
  }
  const [body] = Object.values(operation.requestBody?.content ?? {});
  const fields = body && Object.entries(body.example).map(([name, value]) => [name, fill(value)]);
  const { status, body: received } = await app.call(method, `${filled}?${query.toString()}`, {
    headers: await credentials(operation, caller),
    ...(fields && { json: Object.fromEntries(fields) as object }),
  });
  sent.set(operationId, received as Record<string, unknown>);
  return status;
}

describe('the examples of openapi.json', () => {
  it('are tried, of every operation', () => {
    const tried = STEPS.map(([operationId]) => operationId);
    expect([...tried, 'followRevocations'].sort()).toEqual([...operations.keys()].sort());
  });

  it('succeed as they stand', async () => {
    const failures: string[] = [];
    for (const step of STEPS) {
      const status = await send(step);
      if (status >= 400) failures.push(`${step[0]} ${status} ${JSON.stringify(sent.get(step[0]))}`);
    }
    expect(failures).toEqual([]);
  });
});

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tessera, type CommandOptions, type CommandResult } from '../support/tessera-command.js';
import { basic, bearer, PASSWORD, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { sealAll } from '../support/audit.js';

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let denis: TestUser;
let home: string;
/** Of a script that has a password. */
let env: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  admin = await app.createUser('root', 'admin');
  denis = await app.createUser('denis');
  home = mkdtempSync(join(tmpdir(), 'tessera-cli-'));
  env = { TESSERA_URL: app.url, TESSERA_USERNAME: admin.username, TESSERA_PASSWORD: PASSWORD, HOME: home };
});

afterAll(async () => {
  rmSync(home, { recursive: true });
  await app.close();
  await database.drop();
});

function as(options: CommandOptions, ...args: string[]): Promise<CommandResult> {
  return tessera(args, { ...options, env: { ...env, ...options.env } });
}

/** As the admin, in a script. @returns what it printed, as JSON. @throws Error where it does not end with 0. */
async function json<T = unknown>(...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await as({}, ...args);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

async function read(path: string): Promise<unknown> {
  return (await app.call('GET', path, { headers: basic(admin.username, PASSWORD) })).body;
}

/** A table on a terminal of so many columns, with every line that is longer. */
function tooLong({ stdout, stderr }: CommandResult, columns: number): string[] {
  // eslint-disable-next-line no-control-regex
  const lines = (stdout + stderr).replace(/\u001b\[\d+m/g, '').split('\n');
  return lines.filter((line) => line.length > columns);
}

describe('users', () => {
  it('are listed as the contract has them', async () => {
    const { items } = (await read('/admin/users')) as { items: unknown[] };
    expect(await json('users', 'list')).toEqual(items);
    expect(await json('users', 'list', '--query', 'den')).toEqual([await read(`/admin/users/${denis.id}`)]);
    expect(await json('users', 'get', 'denis')).toEqual(await read(`/admin/users/${denis.id}`));
  });

  it('are listed in each format', async () => {
    const lines = (await as({}, 'users', 'list', '-o', 'jsonl')).stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(await json('users', 'list'));
    const csv = (await as({}, 'users', 'list', '--query', 'denis', '-o', 'csv')).stdout.split('\r\n');
    expect(csv[0]).toBe(
      'id,username,role,fullName,email,enabled,source,passwordChangeRequired,createdAt,updatedAt,lastLoginAt',
    );
    expect(csv[1]).toMatch(new RegExp(`^${denis.id},denis,viewer,,,true,local,false,`));
    const { stdout } = await as({}, 'users', 'list', '-o', 'table');
    expect(stdout).toMatch(/^ID {2,}USER {2,}ROLE/);
  });

  it('fit into a terminal of 60 columns, and what does not is named', async () => {
    const result = await as({ columns: 60 }, 'users', 'list');
    expect(result.stdout.startsWith('\u001b[1mID\u001b[22m')).toBe(true);
    expect(tooLong(result, 60)).toEqual([]);
    expect(result.stderr).toMatch('Not shown for want of room: E-MAIL.\n');
    const plain = await as({ columns: 60, env: { NO_COLOR: '1' } }, 'users', 'list');
    expect(plain.stdout).not.toContain('\u001b');
  });

  it('are created, changed, disabled and deleted', async () => {
    const options = { env: { TESSERA_NEW_PASSWORD: 'Nine-lives-of-a-cat' } };
    const created = await as(options, 'users', 'create', 'clara', '--role', 'viewer', '--email', 'clara@example.com');
    const clara = JSON.parse(created.stdout) as { id: number };
    expect(clara).toMatchObject({ username: 'clara', role: 'viewer', email: 'clara@example.com' });
    expect(await json('users', 'update', 'clara', '--role', 'auditor', '--email', '')).toMatchObject({
      role: 'auditor',
      email: null,
    });
    expect(await as({}, 'users', 'disable', 'clara', 'nobody')).toEqual({
      code: 5,
      stdout: '',
      stderr: `Disabled clara (${clara.id}).\nnobody: There is no user nobody.\n1 of 2 done.\n`,
    });
    expect((await as({}, 'users', 'delete', 'clara')).code).toBe(2);
    const question = 'Delete clara and end all their tokens? [y/N] ';
    expect((await as({ typed: [[question, 'n\n']] }, 'users', 'delete', 'clara')).code).toBe(3);
    expect(await read(`/admin/users/${clara.id}`)).toMatchObject({ enabled: false });
    expect((await as({ typed: [[question, 'y\n']] }, 'users', 'delete', 'clara')).code).toBe(0);
    expect(await read(`/admin/users/${clara.id}`)).toMatchObject({ status: 404 });
  });

  it('may have names that look like ids', async () => {
    const user = await app.createUser('10042');
    expect(await json('users', 'get', '@10042')).toEqual(await read(`/admin/users/${user.id}`));
    expect((await as({}, 'users', 'get', '10042')).stderr).toMatch('There is no user of this id');
  });
});

describe('tokens', () => {
  it('are listed as the contract has them, a line each', async () => {
    await app.logIn(denis);
    const { items } = (await read(`/admin/tokens?userId=${denis.id}`)) as { items: unknown[] };
    const { stdout } = await as({}, 'tokens', 'list', '--user-id', String(denis.id), '-o', 'jsonl');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(items);
  });

  it('are revoked by id with a reason, and by their text without', async () => {
    const [first, second] = [await app.logIn(denis), await app.logIn(denis)];
    const [latest] = await json<{ id: string }[]>('tokens', 'list', '--username', 'denis', '--limit', '1');
    expect((await as({}, 'tokens', 'revoke', latest!.id)).code).toBe(2);
    expect((await as({}, 'tokens', 'revoke', latest!.id, '--reason', 'Stolen laptop')).code).toBe(0);
    expect(await json('tokens', 'get', latest!.id)).toMatchObject({ status: 'revoked', reason: 'Stolen laptop' });
    expect((await as({ stdin: `${first}\n` }, 'tokens', 'revoke', '-')).code).toBe(0);
    for (const token of [first, second]) {
      expect((await app.call('GET', '/auth/verify', { headers: bearer(token) })).status).toBe(401);
    }
  });

  it('are explained from standard input, and never from an argument', async () => {
    const token = await app.logIn(denis);
    const { stdout } = await as({ stdin: token }, 'explain', '-');
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'active' });
    const refused = await as({}, 'explain', token);
    expect(refused).toEqual({
      code: 2,
      stdout: '',
      stderr: 'A token is read from standard input: write - in its place.\n',
    });
  });
});

describe('revoke --match', () => {
  const match = "issued-from=127.0.0.0/8 kind=api_key description='Nightly backup'";

  it('shows, and then ends, what matches', async () => {
    const json = { jwt_token_description: 'Nightly backup', jwt_token_life: '6 hours' };
    const headers = basic(denis.username, PASSWORD);
    const { body } = await app.call('POST', '/api/v1alpha/token', { headers, json });
    const { jwt_token } = body as { jwt_token: string };
    const shown = await as({}, 'revoke', '--match', match, '--dry-run', '-o', 'json');
    const expected = await app.call('POST', '/admin/revocations', {
      headers: basic(admin.username, PASSWORD),
      json: {
        match: { address: '127.0.0.0/8', kind: 'api_key', description: 'Nightly backup' },
        action: 'revoke',
        dryRun: true,
      },
    });
    expect(JSON.parse(shown.stdout)).toEqual(expected.body);
    expect(expected.body).toMatchObject({ matched: 1 });

    expect((await as({}, 'revoke', '--match', match, '--reason', 'Leaked')).code).toBe(2);
    const refused = await as({}, 'revoke', '--match', match, '--reason', 'Leaked', '--expect', '2');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/\b1\b/)]);
    const done = await as({}, 'revoke', '--match', match, '--reason', 'Leaked', '--expect', '1');
    expect(done.code).toBe(0);
    expect(JSON.parse(done.stdout)).toMatchObject({ state: 'done', action: 'revoke', matched: 1, reason: 'Leaked' });
    expect((await app.call('GET', '/auth/verify', { headers: bearer(jwt_token) })).status).toBe(401);
  });

  it('asks on a terminal for the number that was shown', async () => {
    await app.logIn(denis);
    const args = ['suspend', '--match', 'username=denis kind=login status=active', '--reason', 'Perhaps leaked'];
    const question = 'To suspend them type their number: ';
    const refused = await as({ typed: [[question, '999\n']] }, ...args);
    expect([refused.code, refused.stderr]).toEqual([3, expect.stringMatching(/tokens of 1 users match: \d+ login/)]);
    const { matched } = JSON.parse((await as({}, ...args, '--dry-run')).stdout) as { matched: number };
    expect((await as({ columns: 60, typed: [[question, `${matched}\n`]] }, ...args)).code).toBe(0);
    const restored = await as(
      {},
      'restore',
      '--match',
      'username=denis',
      '--reason',
      'No',
      '--expect',
      String(matched),
    );
    expect(restored.code).toBe(0);
  });

  it.each(['kid=api_key', 'kind=login kind=context', 'kind=login or username=denis', '', 'kind'])(
    'does not understand %j',
    async (text) => {
      expect((await as({}, 'revoke', '--match', text, '--dry-run')).code).toBe(2);
    },
  );
});

describe('logging in', () => {
  const file = (): string => join(home, '.config', 'tessera', 'credentials.json');
  const alone = (): CommandOptions => ({ env: { TESSERA_USERNAME: undefined, TESSERA_PASSWORD: undefined } });

  it('is needed', async () => {
    expect(await as(alone(), 'users', 'list')).toMatchObject({ code: 4, stdout: '' });
    const wrong = await as({ env: { TESSERA_PASSWORD: 'wrong' } }, 'users', 'list');
    expect([wrong.code, wrong.stderr]).toEqual([4, expect.stringMatching(/^Invalid username or password\n/)]);
  });

  it('keeps a token that its owner alone can read, until logging out ends it', async () => {
    const typed = [['Password of denis: ', `${PASSWORD}\r`]] as const;
    const { code, stdout, stderr } = await as({ ...alone(), typed }, 'login', 'denis');
    expect([code, stdout, stderr]).toEqual([0, '', expect.stringMatching(/Logged in at .* as denis/)]);
    expect(stderr).not.toContain(PASSWORD);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const token = /"token": "(.*)"/.exec(readFileSync(file(), 'utf8'))![1]!;
    const who = await as(alone(), 'whoami');
    expect(JSON.parse(who.stdout)).toEqual({ id: denis.id, username: 'denis', role: 'viewer', url: app.url });
    expect((await as(alone(), 'users', 'list')).code).toBe(1);
    expect((await as(alone(), 'logout')).code).toBe(0);
    expect((await app.call('GET', '/auth/verify', { headers: bearer(token) })).status).toBe(401);
    expect((await as(alone(), 'whoami')).code).toBe(4);
  });

  it('takes a password with every odd character by each way', async () => {
    const odd = ' §"\'\\$`!:%{}é漢😀\t#; ';
    await as({ env: { TESSERA_NEW_PASSWORD: odd } }, 'users', 'create', 'odd', '--role', 'viewer');
    const byPrompt = await as({ ...alone(), typed: [['Password of odd: ', `x\u007f${odd}\r`]] }, 'login', 'odd');
    const byInput = await as({ ...alone(), stdin: `${odd}\n` }, 'login', 'odd', '--password-stdin');
    const byEnvironment = await as({ env: { TESSERA_USERNAME: 'odd', TESSERA_PASSWORD: odd } }, 'whoami');
    expect([byPrompt.code, byInput.code, byEnvironment.code]).toEqual([0, 0, 0]);
    await as(alone(), 'logout');
  });

  it('replaces a temporary password', async () => {
    const reset = { env: { TESSERA_NEW_PASSWORD: 'For-one-day-only-1' } };
    expect((await as(reset, 'users', 'reset-password', 'odd', '--end-everything')).code).toBe(0);
    const typed = [
      ['Password of odd: ', 'For-one-day-only-1\r'],
      ['New password of odd: ', 'Quite-another-one-2\r'],
      ['Once more: ', 'Quite-another-one-2\r'],
    ] as const;
    expect((await as({ ...alone(), typed }, 'login', 'odd')).code).toBe(0);
    expect((await as(alone(), 'logout', '--everywhere')).code).toBe(0);
  });

  it('never repeats a password that stands in a URL', async () => {
    const { code, stderr } = await as({}, '--url', 'http://root:hunter2@127.0.0.1:1', 'users', 'list');
    expect([code, stderr.includes('hunter2')]).toEqual([2, false]);
  });
});

describe('the families', () => {
  it('issue named tokens', async () => {
    const issued = await json<{ jwt_token_id: string; jwt_token: string }>(
      ...['api-keys', 'issue', 'Backup', '--lifetime', '30 days'],
    );
    expect((await app.call('GET', '/auth/verify', { headers: bearer(issued.jwt_token) })).status).toBe(200);
    const listed = await json<{ jwt_token_id: string }[]>('api-keys', 'list');
    expect(listed.map(({ jwt_token_id }) => jwt_token_id)).toEqual([issued.jwt_token_id]);
    expect((await as({}, 'api-keys', 'revoke', issued.jwt_token_id)).code).toBe(0);
    expect(await json('api-keys', 'list')).toEqual([]);
  });

  it('issue and list context tokens', async () => {
    const args = ['--user-id', String(denis.id), '--contexts', 'AddCommentToChangeRequest'];
    const { token } = await json<{ token: string }>('context-tokens', 'issue', ...args);
    expect(await json('context-tokens', 'list')).toMatchObject([{ userId: denis.id, token }]);
    expect(await json('contexts', 'holders', '1')).toMatchObject([{ user: { id: denis.id } }]);
    expect((await as({ stdin: token }, 'context-tokens', 'revoke', '-')).code).toBe(0);
    expect(await json('context-tokens', 'list')).toEqual([]);
  });
});

describe('settings and keys', () => {
  it('are shown and changed', async () => {
    expect(await json('settings', 'get')).toEqual(await read('/admin/settings'));
    expect(await json('settings', 'set', 'maxTokensPerUser=9999')).toMatchObject({ maxTokensPerUser: 9999 });
    expect((await as({}, 'settings', 'get', 'maxTokensPerUser')).stdout).toBe('9999\n');
    expect((await as({}, 'settings', 'set', 'maxTokensPerUser=0')).code).toBe(1);
    const keys = ((await read('/admin/signing-keys')) as { items: unknown[] }).items;
    expect(await json('keys', 'list')).toEqual(keys);
  });
});

describe('the audit log', () => {
  it('is listed, exported and verified', async () => {
    const listed = await json<{ id: string }[]>('audit', 'list', '--limit', '3');
    expect(listed).toEqual(((await read('/admin/audit/events?limit=3')) as { items: unknown[] }).items);
    await sealAll(app, database);
    const [log, key] = [join(home, 'log.jsonl'), join(home, 'key.txt')];
    writeFileSync(key, (await as({}, 'audit', 'key')).stdout);
    writeFileSync(log, (await as({}, 'audit', 'export')).stdout);
    const { code, stdout } = await tessera(['audit', 'verify', log, '--key', key]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/events from leaf 0 on are as they were signed\.\n$/)]);
  });

  it('is exported in two pieces where the first is broken off, and verifies all the same', async () => {
    await sealAll(app, database);
    const log = join(home, 'broken.jsonl');
    const whole = (await as({}, 'audit', 'export')).stdout;
    for (const kept of [100, 1_000, whole.lastIndexOf('\n', whole.length - 2) + 1]) {
      writeFileSync(log, whole.slice(0, kept));
      const resumed = await as({}, 'audit', 'export', '--resume', log);
      if (!whole.slice(0, kept).includes('\n')) {
        expect(resumed.code).toBe(2);
        continue;
      }
      expect(resumed).toMatchObject({ code: 0, stderr: `${log} is complete.\n` });
      const key = (await as({}, 'audit', 'key')).stdout.trim();
      expect((await tessera(['audit', 'verify', log, '--key', key])).code).toBe(0);
    }
  });
});

describe('what is not understood', () => {
  it.each([
    [[], /Usage: tessera/],
    [['users'], /Usage: tessera users/],
    [['userz'], /unknown command 'userz'/],
    [['users', 'list', '--role', 'king'], /Allowed choices are/],
    [['users', 'list', '-o', 'xml'], /Allowed choices are table, json, jsonl, csv/],
    [['users', 'list', '--limit', 'many'], /--limit must be a whole number/],
    [['--url', 'nowhere', 'users', 'list'], /--url must be a URL/],
  ])('ends %j with 2', async (args: string[], words: RegExp) => {
    expect(await as({}, ...args)).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(words) });
  });

  it('is no service that is not there', async () => {
    const { code, stderr } = await as({}, '--url', 'http://127.0.0.1:9', 'users', 'list');
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^The service is not reached: /)]);
  });
});

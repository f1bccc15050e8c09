import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstalledCommand } from '../support/installed-command.js';
import { basic, bearer, PASSWORD, TestApp, type TestUser } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const ADDRESS = '10.1.2.3';
const TEMPORARY = 'For-one-day-only-1';

let database: TestDatabase;
let app: TestApp;
let admin: TestUser;
let denis: TestUser;
let command: InstalledCommand;
let env: Record<string, string>;

beforeAll(async () => {
  command = await InstalledCommand.install();
  database = await createTestDatabase();
  app = await TestApp.start(database.url, { env: { TRUST_PROXY: 'true' } });
  admin = await app.createUser('root', 'admin');
  denis = await app.createUser('denis');
  await app.createUser('clara');
  env = { TESSERA_URL: app.url, TESSERA_USERNAME: admin.username, TESSERA_PASSWORD: PASSWORD };
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

async function statusOf(token: string): Promise<number> {
  return (await app.call('GET', '/auth/verify', { headers: bearer(token) })).status;
}

async function issueApiKey(jwt_token_description: string): Promise<string> {
  const headers = { ...basic(denis.username, PASSWORD), 'x-forwarded-for': ADDRESS };
  const json = { jwt_token_description, jwt_token_life: '6 hours' };
  const { body } = await app.call('POST', '/api/v1alpha/token', { headers, json });
  return (body as { jwt_token: string }).jwt_token;
}

describe('client and command, installed alone', () => {
  it('hold what was compiled, its types and a README', () => {
    for (const [name, others] of [
      ['client', []],
      ['cli', ['tessera.js']],
    ] as const) {
      const folder = join(command.folder, 'node_modules', '@tessera-auth', name);
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const odd = files.filter((entry) => !/dist.*(?<!\.spec)\.(js|d\.ts)$/.test(join(entry.parentPath, entry.name)));
      expect(odd.map((entry) => entry.name).sort()).toEqual(['README.md', 'package.json', ...others]);
    }
  });

  it('call a service elsewhere', async () => {
    const script = `import { createClient, dataOf } from '@tessera-auth/client';
      const { TESSERA_URL: baseUrl, TESSERA_USERNAME: username, TESSERA_PASSWORD: password } = process.env;
      const client = createClient({ baseUrl, credentials: { username, password } });
      const { items } = await dataOf(client.GET('/admin/users'));
      console.log(items.map(({ username }) => username).join());`;
    writeFileSync(join(command.folder, 'users.js'), script);
    const [byClient, byCommand] = await Promise.all([
      command.shell('node users.js', { env }),
      command.shell('tessera users list -o csv | cut -d, -f2 | tail -n +2 | paste -sd,', { env }),
    ]);
    expect(byClient).toEqual({ code: 0, stdout: 'root,denis,clara\n', stderr: '' });
    expect(byCommand).toEqual(byClient);
  });
});

describe('a process of its own', () => {
  it.each([
    [0, 'tessera users list'],
    [1, 'tessera --url http://127.0.0.1:9 users list'],
    [2, 'tessera users list --limit many'],
    [4, 'TESSERA_PASSWORD=wrong tessera users list'],
    [5, 'tessera users enable denis nobody'],
  ])('ends with %i after `%s`', async (code: number, line: string) => {
    expect(await command.shell(line, { env })).toMatchObject({ code });
  });

  it('is silent where its reader has gone', async () => {
    const { stderr } = await command.shell('{ tessera users list; echo "ended with $?" >&2; } | true', { env });
    expect(stderr).toBe('ended with 0\n');
  });

  it('asks at a terminal, shows no password, and fits into it', async () => {
    const typed = [['Password of root: ', `${PASSWORD}\r`]] as const;
    const url = { TESSERA_URL: app.url };
    const login = await command.terminal('tessera login root; tessera users list', { env: url, typed });
    expect(login.code).toBe(0);
    expect(login.stdout).toContain('Logged in');
    expect(login.stdout).not.toContain(PASSWORD);
    expect(login.stdout).toContain('\u001b[1mID\u001b[22m');
    const table = login.stdout.slice(login.stdout.indexOf('\u001b[1mID'));
    // eslint-disable-next-line no-control-regex
    const widths = table.split('\r\n').map((line) => line.replace(/\u001b\[\d+m/g, '').length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(60);
    const no = [['Delete clara and end all their tokens? [y/N] ', 'n\r']] as const;
    const refused = await command.terminal('tessera users delete clara', { env: { ...url, NO_COLOR: '1' }, typed: no });
    expect([refused.code, refused.stdout.includes('\u001b')]).toEqual([3, false]);
    expect((await command.shell('tessera logout', { env: url })).code).toBe(0);
  });

  it('never repeats what may be a secret', async () => {
    const lines = ['login denis hunter2', '--password=hunter2 login', 'explain hunter2', 'tokens revoke -- -hunter2'];
    const results = await Promise.all(lines.map((line) => command.shell(`tessera ${line}`, { env })));
    expect(results.map(({ code, stdout, stderr }) => [code, (stdout + stderr).includes('hunter2')])).toEqual(
      lines.map(() => [2, false]),
    );
  });
});

/** The lines below each bold title of docs/operating.md, "Something has leaked". */
function runbooks(): Map<string, string> {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'operating.md'), 'utf8');
  const section = text.slice(text.indexOf('## Something has leaked'), text.indexOf('## What is alive'));
  return new Map(
    [...section.matchAll(/^\*\*(.+)\.\*\*[^`]*(?:`[^`\n]+`[^`]*)*?\n\n```sh\n([^`]+)```/gm)].map((match) => [
      match[1]!,
      match[2]!,
    ]),
  );
}

describe('the runbooks', () => {
  async function follow(title: string): Promise<string> {
    const { code, stdout, stderr } = await command.shell(runbooks().get(title)!, { env });
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    return stdout;
  }

  it('are one for each row of the table', () => {
    const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'operating.md'), 'utf8');
    const table = text.slice(text.indexOf('| what leaked'), text.indexOf('The same by [the command]'));
    const rows = [...table.matchAll(/^\| (an?|the|one|some) ([^|,]+)/gm)].map(([, article, noun]) =>
      `${article} ${noun!.trim()}`.toLowerCase(),
    );
    expect([...runbooks().keys()].map((title) => title.toLowerCase())).toEqual(rows);
  });

  it('end one token', async () => {
    const [leaked, other] = [await app.logIn(denis), await app.logIn(denis)];
    writeFileSync(join(command.folder, 'leaked-token.txt'), `${leaked}\n`);
    await follow('One token');
    expect([await statusOf(leaked), await statusOf(other)]).toEqual([401, 200]);
  });

  it('suspend, and then end, some tokens', async () => {
    const [first, second] = [await issueApiKey('Backup'), await issueApiKey('Restore')];
    await follow('Some tokens');
    expect([await statusOf(first), await statusOf(second)]).toEqual([401, 401]);
  });

  it("end a user's tokens", async () => {
    const token = await app.logIn(denis);
    expect((await follow("A user's tokens")).endsWith('[]\n')).toBe(true);
    expect(await statusOf(token)).toBe(401);
  });

  it("replace a user's password, and disable an account", async () => {
    const token = await issueApiKey('Nightly');
    writeFileSync(join(command.folder, 'temporary-password.txt'), `${TEMPORARY}\n`);
    await follow("A user's password");
    const logIn = async (password: string): Promise<number> =>
      (await app.call('POST', '/api2/tokens', { json: { username: 'denis', password } })).status;
    expect([await statusOf(token), await logIn(PASSWORD), await logIn(TEMPORARY)]).toEqual([401, 401, 403]);
    await follow('An account');
    expect(await logIn(TEMPORARY)).toBe(401);
  });

  it('refuse what a key signed, and what the master key sealed', async () => {
    const byFirst = await app.logIn(admin);
    await follow('A signing key');
    expect(await statusOf(byFirst)).toBe(401);
    const bySecond = await app.logIn(admin);
    const json = { userId: admin.id, context: ['AddCommentToChangeRequest'] };
    await app.call('POST', '/api/authtokens', { headers: basic(admin.username, PASSWORD), json });
    await follow('The master key');
    expect(await statusOf(bySecond)).toBe(401);
    const listed = await command.shell('tessera tokens list --kind context --status active', { env });
    expect(listed.stdout).toBe('[]\n');
  });
});

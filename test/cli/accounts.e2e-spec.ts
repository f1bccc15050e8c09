import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandService } from '../support/command-service.js';
import { type CommandResult } from '../support/tessera-command.js';

let service: CommandService;
let app: CommandService['app'];
let denis: CommandService['denis'];
let as: CommandService['as'];
let json: CommandService['json'];
let read: CommandService['read'];

beforeAll(async () => {
  service = await CommandService.start();
  ({ app, denis, as, json, read } = service);
});

afterAll(() => service.close());

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

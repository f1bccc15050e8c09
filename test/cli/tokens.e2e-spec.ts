import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealAll } from '../support/audit.js';
import { CommandService } from '../support/command-service.js';
import { tessera } from '../support/tessera-command.js';
import { basic, bearer, PASSWORD } from '../support/test-app.js';

let service: CommandService;
let database: CommandService['database'];
let app: CommandService['app'];
let admin: CommandService['admin'];
let denis: CommandService['denis'];
let home: CommandService['home'];
let as: CommandService['as'];
let json: CommandService['json'];
let read: CommandService['read'];

beforeAll(async () => {
  service = await CommandService.start();
  ({ database, app, admin, denis, home, as, json, read } = service);
});

afterAll(() => service.close());

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

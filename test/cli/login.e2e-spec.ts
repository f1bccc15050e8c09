import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setUpFactor, totpCode } from '../support/authenticator.js';
import { alone, CommandService } from '../support/command-service.js';
import { bearer, PASSWORD } from '../support/test-app.js';

let service: CommandService;
let app: CommandService['app'];
let denis: CommandService['denis'];
let home: CommandService['home'];
let as: CommandService['as'];
let json: CommandService['json'];

beforeAll(async () => {
  service = await CommandService.start();
  ({ app, denis, home, as, json } = service);
});

afterAll(() => service.close());

describe('logging in', () => {
  const file = (): string => join(home, '.config', 'tessera', 'credentials.json');

  it('is needed', async () => {
    expect(await as(alone(), 'users', 'list')).toMatchObject({ code: 4, stdout: '' });
    const wrong = await as({ env: { TESSERA_PASSWORD: 'wrong' } }, 'users', 'list', '-o', 'csv');
    expect([wrong.code, wrong.stdout, wrong.stderr]).toEqual([
      4,
      '',
      expect.stringMatching(/^Invalid username or password\n/),
    ]);
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

describe('a user with a second factor', () => {
  const stored = (): { token: string; refreshToken: string; expiresAt: string } => {
    const text = readFileSync(join(home, '.config', 'tessera', 'credentials.json'), 'utf8');
    return (JSON.parse(text) as { services: Record<string, ReturnType<typeof stored>> }).services[app.url]!;
  };
  const password = { TESSERA_USERNAME: 'frieda', TESSERA_PASSWORD: PASSWORD };
  const codeQuestion = 'Code of your authenticator app, or a recovery code: ';

  it('logs in by the code of their app, by each way', async () => {
    const factor = await setUpFactor(app, await app.createUser('frieda'));
    expect(await as({ env: password }, 'login')).toMatchObject({ code: 2, stdout: '' });
    const byInput = await as({ env: password, stdin: `${factor.nextCode()}\n` }, 'login', '--code-stdin');
    expect(byInput).toMatchObject({ code: 0, stderr: expect.stringMatching(/as frieda \(\d+, viewer\)/) });
    const byEnvironment = await as({ env: { ...password, TESSERA_CODE: factor.nextCode() } }, 'login');
    const typed = [
      ['Password of frieda: ', `${PASSWORD}\r`],
      [codeQuestion, `${factor.wrongCode()}\n`],
      [codeQuestion, `${factor.nextCode()}\n`],
    ] as const;
    const byPrompt = await as({ ...alone(), typed }, 'login', 'frieda');
    expect([byEnvironment.code, byPrompt.code]).toEqual([0, 0]);
    expect(byPrompt.stderr).toMatch('This code is not right. Try again.');
    const wrong = await as({ env: { ...password, TESSERA_CODE: factor.wrongCode() } }, 'login');
    expect(wrong).toMatchObject({ code: 4, stdout: '' });
  });

  it('stays logged in past the end of the access token, until logging out ends the session', async () => {
    const before = stored();
    expect((await as(alone(), 'whoami')).code).toBe(0);
    expect(stored()).toEqual(before);
    const file = join(home, '.config', 'tessera', 'credentials.json');
    const expired = readFileSync(file, 'utf8').replace(before.expiresAt, new Date().toISOString());
    writeFileSync(file, expired);
    app.clock.advanceSeconds(1);
    expect(JSON.parse((await as(alone(), 'whoami')).stdout)).toMatchObject({ username: 'frieda' });
    const after = stored();
    expect(after).toMatchObject({ refreshToken: before.refreshToken });
    expect(after.token).not.toBe(before.token);
    expect((await as(alone(), 'logout')).code).toBe(0);
    for (const token of [before.token, after.token]) {
      expect((await app.call('GET', '/auth/verify', { headers: bearer(token) })).status).toBe(401);
    }
  });

  it('sets one up on the way where it is required, and is shown the recovery codes', async () => {
    await app.createUser('gustav');
    expect(await json('users', 'factor', 'require', 'gustav')).toEqual({
      required: true,
      requiredByRole: false,
      factor: null,
    });
    const typed = [
      ['Password of gustav: ', `${PASSWORD}\r`],
      ['Its first code: ', (shown: string) => `${totpCode(/^[A-Z2-7]{32,}$/m.exec(shown)![0], app.clock.now())}\n`],
    ] as const;
    const { code, stderr } = await as({ ...alone(), typed }, 'login', 'gustav');
    expect(code).toBe(0);
    const recoveryCode = /without the app\.\n(\S+)\n/.exec(stderr)![1]!;
    const env = { TESSERA_USERNAME: 'gustav', TESSERA_PASSWORD: PASSWORD, TESSERA_CODE: recoveryCode };
    const byRecovery = await as({ env }, 'login');
    expect(byRecovery).toMatchObject({ code: 0, stderr: expect.stringMatching(/keep this one: \S+\n/) });
  });

  it('is listed, and loses it by an admin', async () => {
    const listed = await json<{ user: { username: string } }[]>('users', 'factor', 'list');
    expect(listed.map(({ user }) => user.username)).toEqual(['frieda', 'gustav']);
    expect((await as({}, 'users', 'factor', 'reset', 'frieda')).code).toBe(2);
    expect((await as({}, 'users', 'factor', 'reset', 'frieda', '--yes')).code).toBe(0);
    expect(await json('users', 'factor', 'get', 'frieda')).toMatchObject({ required: false, factor: null });
    expect(await json('users', 'factor', 'require', 'gustav', '--no-longer')).toMatchObject({ required: false });
    expect(await json('users', 'factor', 'roles', 'auditor')).toEqual({ roles: ['auditor'] });
    expect(await json('users', 'factor', 'roles', '--none')).toEqual({ roles: [] });
    expect(await json('users', 'factor', 'roles')).toEqual({ roles: [] });
  });
});

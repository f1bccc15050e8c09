import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ISSUER } from '../support/verification-paths.js';
import { bearer, TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const ROOT = join(import.meta.dirname, '..', '..');
const NAME = '@tessera-auth/verifier';
const run = promisify(execFile);

/** A project with this package and nothing else: none of what the server needs can be found from there. */
let project: string;

async function npm(folder: string, ...args: string[]): Promise<void> {
  // Not what npm told the test run: that is about this repository.
  const { PATH, HOME } = process.env;
  await run('npm', args, { cwd: folder, env: { PATH, HOME }, shell: process.platform === 'win32' });
}

beforeAll(async () => {
  project = mkdtempSync(join(process.env.TESSERA_TEST_FOLDER ?? tmpdir(), 'project-'));
  await npm(ROOT, 'pack', '-w', NAME, '--pack-destination', project);
  const [tarball = ''] = readdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  await npm(project, 'install', '--offline', tarball);
}, 60_000);

/** What the module prints that stands in `name` there. */
async function runThere(name: string, text: string, env: Record<string, string> = {}): Promise<string> {
  writeFileSync(join(project, name), text);
  const { stdout } = await run(process.execPath, [name], { cwd: project, env });
  return stdout.trim();
}

/** What the module exports, or why it cannot be imported. */
function importThere(name: string): Promise<string> {
  const script = `console.log(await import('${name}').then((module) => Object.keys(module).join(), ({ code, message }) =>
    code + ' ' + message))`;
  return runThere('import.js', script);
}

describe('the packed verifier', () => {
  it('is one package', () => {
    const lock = readFileSync(join(project, 'node_modules', '.package-lock.json'), 'utf8');
    const { packages } = JSON.parse(lock) as { packages: Record<string, unknown> };
    expect(Object.keys(packages)).toEqual([`node_modules/${NAME}`]);
  });

  it('holds what was compiled, its types and its README', () => {
    const files = readdirSync(join(project, 'node_modules', NAME), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^(?!.*\.spec\.).*\.(js|d\.ts)$/.test(entry.name))
      .map((entry) => entry.name);
    expect(files.sort()).toEqual(['README.md', 'package.json']);
  });

  it.each([
    [NAME, 'VerificationError,Verifier,createVerifier'],
    [`${NAME}/express`, 'authenticate'],
    [`${NAME}/fastify`, 'authenticate'],
    [`${NAME}/protocol/compact-jws`, 'isSignedBy,parseJws'],
  ])('gives %s where there is Node alone', async (name, exported) => {
    expect(await importThere(name)).toBe(exported);
  });

  it('needs nothing but Nest for its guard', async () => {
    expect(await importThere(`${NAME}/nest`)).toMatch(/^ERR_MODULE_NOT_FOUND .*'@nestjs\/common'/);
  });

  it('fits the types of Express, Fastify and Nest', async () => {
    const consumer = mkdtempSync(join(dirname(project), 'consumer-'));
    cpSync(join(project, 'node_modules'), join(consumer, 'node_modules'), { recursive: true });
    mkdirSync(join(consumer, 'node_modules', '@nestjs'));
    for (const name of ['@types', 'fastify', '@nestjs/common']) {
      symlinkSync(join(ROOT, 'node_modules', name), join(consumer, 'node_modules', name));
    }
    writeFileSync(join(consumer, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(consumer, 'consumer.ts'), CONSUMER);
    const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--types', 'node'];
    const result = run(process.execPath, [compiler, ...options, '--skipLibCheck', 'false', 'consumer.ts'], {
      cwd: consumer,
    });
    expect(await result.catch((error: unknown) => error)).toEqual({ stdout: '', stderr: '' });
  }, 60_000);
});

const CONSUMER = `
import type { INestApplication } from '@nestjs/common';
import express from 'express';
import { fastify } from 'fastify';
import { createVerifier } from '${NAME}';
import { authenticate as forExpress } from '${NAME}/express';
import { authenticate as forFastify } from '${NAME}/fastify';
import { TokenGuard } from '${NAME}/nest';

const verifier = createVerifier({ issuer: '${ISSUER}' });
const { userId, contexts } = await verifier.verify('text', { context: 'name' });
export const typed: [number, readonly string[] | null] = [userId, contexts];
// @ts-expect-error: an address is a text.
createVerifier({ issuer: 1 });

express()
  .use(forExpress(verifier, { context: 'name' }))
  .get('/', (request, response) => void response.send(request.token?.username));
fastify()
  .addHook('onRequest', forFastify(verifier))
  .get('/', (request) => request.token?.role);
export const guard = (app: INestApplication) => app.useGlobalGuards(new TokenGuard(verifier));
`;

describe('the packed verifier, asked about tokens', () => {
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await TestApp.start(database.url);
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('accepts those that are active and no others', async () => {
    const denis = await app.createUser('denis');
    const [active, revoked] = [await app.logIn(denis), await app.logIn(denis)];
    await app.call('POST', '/oauth2/revoke', { headers: bearer(revoked), json: { token: revoked } });
    const forged = active.slice(0, -4) + (active.endsWith('AAAA') ? 'BBBA' : 'AAAA');
    const script = `
      import { createVerifier } from '${NAME}';
      const { ISSUER, URL, NOW, TOKENS } = process.env;
      const verifier = createVerifier({
        issuer: ISSUER,
        now: () => Number(NOW),
        fetch: (url, init) => fetch(url.replace(ISSUER, URL), init),
      });
      const results = TOKENS.split(' ').map((token) =>
        verifier.verify(token).then(({ username }) => username, ({ code }) => code));
      console.log((await Promise.all(results)).join());
      verifier.close();`;
    const printed = await runThere('verify.js', script, {
      ISSUER,
      URL: app.url,
      NOW: String(app.clock.now().getTime()),
      TOKENS: [active, revoked, forged, 'none'].join(' '),
    });
    expect(printed).toBe('denis,token_invalid,token_invalid,token_invalid');
  });
});

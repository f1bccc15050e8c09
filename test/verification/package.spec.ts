import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { transformFileSync } from '@swc/core';

const ROOT = join(import.meta.dirname, '..', '..');

/** A project with this package and nothing else: none of what the server needs can be found from there. */
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(process.env.TESSERA_TEST_FOLDER ?? tmpdir(), 'project-'));
  const unpacked = join(project, 'node_modules', 'tessera');
  for (const folder of ['verifier', 'jws']) {
    const [from, to] = [join(ROOT, 'src', folder), join(unpacked, 'dist', folder)];
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from).filter((file) => /(?<!\.spec)\.ts$/.test(file))) {
      const { code } = transformFileSync(join(from, name), { swcrc: true, root: ROOT });
      writeFileSync(join(to, name.replace(/ts$/, 'js')), code);
    }
  }
  copyFileSync(join(ROOT, 'package.json'), join(unpacked, 'package.json'));
});

/** What the module exports, or why it cannot be imported. */
function importThere(name: string): string {
  const script = `console.log(await import('${name}').then((module) => Object.keys(module).join(), ({ code, message }) =>
    code + ' ' + message))`;
  const node = ['--input-type=module', '--eval', script];
  return execFileSync(process.execPath, node, { cwd: project, env: {}, encoding: 'utf8' }).trim();
}

describe('the package', () => {
  it.each([
    ['tessera/verifier', 'VerificationError,Verifier,createVerifier'],
    ['tessera/verifier/express', 'authenticate'],
    ['tessera/verifier/fastify', 'authenticate'],
  ])('gives %s where there is Node alone', (name, exported) => {
    expect(importThere(name)).toBe(exported);
  });

  it('needs nothing but Nest for tessera/verifier/nest', () => {
    expect(importThere('tessera/verifier/nest')).toMatch(/^ERR_MODULE_NOT_FOUND .*'@nestjs\/common'/);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');

it.each(['SECURITY.md', 'docs/asvs.md'])('every file that %s names as proof is there', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const named = [...text.matchAll(/`((?:src|test|docs|packages|scripts)\/[^`\s]+|[\w-]+\.(?:md|json))`/g)].map(
    ([, file]) => file!,
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

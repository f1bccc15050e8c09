import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '..');
const file = join(root, 'packages', 'client', 'src', 'schema.ts');
const document = JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8'));
const types = astToString(await openapiTypescript(document));
const text = await format(`/** Made from openapi.json by \`npm run client:write\`. */\n${types}`, {
  ...(await resolveConfig(file)),
  parser: 'typescript',
});

if (process.argv.includes('--write')) {
  writeFileSync(file, text);
  console.log('Wrote packages/client/src/schema.ts');
} else if (readFileSync(file, 'utf8') !== text) {
  console.error('packages/client/src/schema.ts is not as openapi.json has it: npm run client:write');
  process.exit(1);
}

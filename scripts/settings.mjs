// Compares .env.example and the table in docs/operating.md with src/config/settings.ts, or writes them (--write).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';

ensureBuilt();
const { SETTINGS } = await import('../dist/config/settings.js');
const { envExample, settingsTable } = await import('./settings-documents.mjs');

const TABLE = /(?<=<!-- settings: .*-->\n).*(?=<!-- end of settings -->)/s;
const settings = Object.values(SETTINGS);
const root = join(import.meta.dirname, '..');

const documents = [
  { name: '.env.example', render: () => envExample(settings) },
  { name: 'docs/operating.md', render: (old) => old.replace(TABLE, () => `\n${settingsTable(settings)}\n`) },
];

for (const { name, render } of documents) {
  const file = join(root, name);
  const old = readFileSync(file, 'utf8');
  const text = render(old);
  if (process.argv.includes('--write')) {
    writeFileSync(file, text);
    console.log(`Wrote ${name}`);
  } else if (old !== text) {
    console.error(`${name} is not what the settings say: run \`npm run settings:write\` and commit it.`);
    process.exitCode = 1;
  } else {
    console.log(`${name} and the settings agree.`);
  }
}

// Compares the licences of the production dependencies with those that are allowed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** They ask for no more than that their text is kept. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
]);
/** Their package.json names none; their LICENSE or README does. */
const READ_BY_HAND = { 'passport-local@1.0.0': 'MIT', 'passport-strategy@1.0.0': 'MIT', 'pause@0.0.1': 'MIT' };

const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'));
const dependencies = Object.entries(packages)
  .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
  .map(([path, { name, version, license }]) => {
    const id = `${name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`;
    return { id, licence: license ?? READ_BY_HAND[id] ?? 'none named' };
  });
const refused = dependencies.filter(({ licence }) => !isAllowed(licence));

for (const { id, licence } of refused) console.error(`${id}: ${licence} is not among the allowed licences.`);
if (refused.length > 0) process.exitCode = 1;
else console.log(`The licences of all ${dependencies.length} production dependencies are allowed.`);

/** `(A OR B)` leaves the choice to us. */
function isAllowed(expression) {
  const choices = expression.replace(/^\((.*)\)$/, '$1').split(' OR ');
  return choices.some((choice) => ALLOWED.has(choice));
}

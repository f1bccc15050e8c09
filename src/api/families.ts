import { api2Family } from './api2/api2.family.js';
import type { ApiFamily } from './api-family.js';
import { auditFamily } from './audit/audit.family.js';
import { authtokensFamily } from './authtokens/authtokens.family.js';
import { consoleFamily } from './console/console.family.js';
import { oauth2Family } from './oauth2/oauth2.family.js';
import { revocationsFamily } from './revocations/revocations.family.js';
import { v1Family } from './v1/v1.family.js';
import { v1alphaFamily } from './v1alpha/v1alpha.family.js';
import { wellKnownFamily } from './well-known/well-known.family.js';

/** Another API is a folder and a line here. */
export const FAMILIES: readonly ApiFamily[] = [
  api2Family,
  v1alphaFamily,
  authtokensFamily,
  v1Family,
  oauth2Family,
  wellKnownFamily,
  revocationsFamily,
  auditFamily,
  consoleFamily,
];

/** The longest first. */
const PREFIXES = FAMILIES.flatMap((family) =>
  family.prefixes.map((prefix) => ({ prefix, below: `${prefix}/`, family })),
);
PREFIXES.sort((one, two) => two.prefix.length - one.prefix.length);

/** The family with the longest prefix at or above `path`, or undefined. */
export function familyOf(path: string): ApiFamily | undefined {
  return PREFIXES.find(({ prefix, below }) => path === prefix || path.startsWith(below))?.family;
}

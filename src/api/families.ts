import { api2Family } from './api2/api2.family.js';
import type { ApiFamily } from './api-family.js';
import { authtokensFamily } from './authtokens/authtokens.family.js';
import { oauth2Family } from './oauth2/oauth2.family.js';
import { v1Family } from './v1/v1.family.js';
import { v1alphaFamily } from './v1alpha/v1alpha.family.js';

/** The documented APIs. Another one is a folder and a line here. */
export const FAMILIES: readonly ApiFamily[] = [api2Family, v1alphaFamily, authtokensFamily, v1Family, oauth2Family];

/** The family with the longest prefix at or above `path`, or undefined. */
export function familyOf(path: string): ApiFamily | undefined {
  let found: { family: ApiFamily; length: number } | undefined;
  for (const family of FAMILIES) {
    for (const prefix of family.prefixes) {
      const covers = path === prefix || path.startsWith(`${prefix}/`);
      if (covers && prefix.length > (found?.length ?? -1)) found = { family, length: prefix.length };
    }
  }
  return found?.family;
}

import type { ApiFamily } from './api-family.js';

export const API_FAMILIES = Symbol('API_FAMILIES');

/** The family with the longest prefix at or above `path`, or undefined. */
export function familyOf(path: string, families: readonly ApiFamily[]): ApiFamily | undefined {
  let found: { family: ApiFamily; length: number } | undefined;
  for (const family of families) {
    for (const prefix of family.prefixes) {
      const covers = path === prefix || path.startsWith(`${prefix}/`);
      if (covers && prefix.length > (found?.length ?? -1)) found = { family, length: prefix.length };
    }
  }
  return found?.family;
}

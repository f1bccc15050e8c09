export type Json = string | number | boolean | null | readonly Json[] | { readonly [member: string]: Json };

/**
 * The one text that a value has (RFC 8785): members in the order of their names, no space between tokens. What
 * PostgreSQL could not read as JSON, a NUL or half a surrogate pair, becomes U+FFFD.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed().replaceAll('\0', '\ufffd'));
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

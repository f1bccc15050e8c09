export type Json = string | number | boolean | null | readonly Json[] | { readonly [member: string]: Json };

/**
 * The one text that a value has (RFC 8785): members in the order of their names, no space between tokens. What
 * PostgreSQL could not read as JSON, a NUL or half a surrogate pair, becomes U+FFFD.
 */
export function canonicalJson(value: Json): string {
  if (isInOrder(value)) {
    const text = JSON.stringify(value);
    if (!MAY_BE_UNREADABLE.test(text)) return text;
  }
  return write(value);
}

/** A NUL or half a surrogate pair as `JSON.stringify` writes it. */
const MAY_BE_UNREADABLE = /\\u(?:0000|d[89a-f])/;

/** Whether all its members already stand in the order of their names: then `JSON.stringify`, which is faster, does. */
function isInOrder(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (isList(value)) return value.every(isInOrder);
  let before = '';
  for (const name of Object.keys(value)) {
    if (name < before || !isInOrder(value[name]!)) return false;
    before = name;
  }
  return true;
}

function write(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed().replaceAll('\0', '\ufffd'));
  if (isList(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`);
  return `{${members.join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** How many tokens share one status list. */
export const STATUS_LIST_SIZE = 2 ** 20;

/** Where a token stands in the status lists (IETF Token Status List, section 6.2). */
export interface StatusPlace {
  readonly idx: number;
  readonly uri: string;
}

/** @param idx the token's number. */
export function placeOfIndex(issuer: string, idx: number): StatusPlace {
  return { idx: idx % STATUS_LIST_SIZE, uri: statusListUri(issuer, Math.floor(idx / STATUS_LIST_SIZE)) };
}

export function statusListUri(issuer: string, list: number): string {
  return `${issuer}/status-lists/${list}`;
}

/** @param status the claim of that name. @returns the token's number, or undefined where it names none. */
export function indexOfPlace(status: unknown): number | undefined {
  const list = (status as { status_list?: { idx?: unknown; uri?: unknown } } | undefined)?.status_list;
  const number = typeof list?.uri === 'string' ? /\/status-lists\/(\d+)$/.exec(list.uri)?.[1] : undefined;
  if (number === undefined || typeof list?.idx !== 'number') return undefined;
  return Number(number) * STATUS_LIST_SIZE + list.idx;
}

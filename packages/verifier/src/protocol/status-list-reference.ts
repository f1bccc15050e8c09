/** How many tokens share one status list. */
export const STATUS_LIST_SIZE = 2 ** 20;

const PATH = /^\/status-lists\/\d{1,10}$/;

/** Where a token stands in the status lists (IETF Token Status List, section 6.2). */
export interface StatusListReference {
  readonly idx: number;
  readonly uri: string;
}

/** @param idx the token's number. */
export function referenceOfIndex(issuer: string, idx: number): StatusListReference {
  return { idx: idx % STATUS_LIST_SIZE, uri: statusListUri(issuer, Math.floor(idx / STATUS_LIST_SIZE)) };
}

export function statusListUri(issuer: string, list: number): string {
  return `${issuer}/status-lists/${list}`;
}

/** Whether `uri` is the address of a status list of `issuer`, one that may not exist yet. */
export function isStatusListUri(uri: string, issuer: string): boolean {
  return uri.startsWith(issuer) && PATH.test(uri.slice(issuer.length));
}

/** @returns the number of the token that stands there, or undefined where none can. */
export function indexOfReference({ idx, uri }: StatusListReference): number | undefined {
  if (idx >= STATUS_LIST_SIZE) return undefined;
  return Number(uri.slice(uri.lastIndexOf('/') + 1)) * STATUS_LIST_SIZE + idx;
}

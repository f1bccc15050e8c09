export const CHECKS = [
  'form',
  'issuer',
  'key',
  'signature',
  'times',
  'known',
  'revocation',
  'owner',
  'context',
  'use',
  'verification',
] as const;

export type CheckName = (typeof CHECKS)[number];

/** One thing that verification looks at. */
export interface Check {
  readonly check: CheckName;
  readonly ok: boolean;
  /** For people; never holds the token's text. */
  readonly detail: string;
}

/** Why a token is accepted or refused. */
export interface Explanation {
  /** What verification says; `active` as introspection means it (RFC 7662, section 2.2). */
  readonly verdict: 'active' | 'refused';
  /** Every check that can be made of the text, whether or not one before it failed. */
  readonly checks: readonly Check[];
}

/** @param details what is told where it is so, and where it is not. */
export function check(name: CheckName, ok: boolean, ...[yes, no]: [yes: string, no: string]): Check {
  return { check: name, ok, detail: ok ? yes : no };
}

/** More than the clocks of two instances of the issuer differ, and more than one needs to hear of a rotation. */
export const SIGNING_SLACK_SECONDS = 900;

/** When a key signs, in whole seconds since 1970. */
export interface SigningDays {
  /** Null before its first signature. */
  readonly signsFrom: number | null;
  /** Null as long as it signs, or is yet to. */
  readonly signedUntil: number | null;
}

/**
 * Whether the issuer can have signed a token with this `iat` by this key. If not, someone else did who has the key.
 * @param now whole seconds since 1970.
 */
export function canHaveSigned({ signsFrom, signedUntil }: SigningDays, issuedAt: number, now: number): boolean {
  const from = signsFrom ?? now;
  const until = signedUntil ?? now;
  return issuedAt >= from - SIGNING_SLACK_SECONDS && issuedAt <= until + SIGNING_SLACK_SECONDS;
}

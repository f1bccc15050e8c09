/** Between the clocks of two instances of the issuer, and between a rotation and the old key's last signature elsewhere. */
export const SIGNING_SLACK_SECONDS = 900;

/** When a key signs, in whole seconds since 1970. */
export interface SigningDays {
  /** Null before its first signature. */
  readonly signsFrom: number | null;
  /** Null as long as it signs, or is yet to. */
  readonly signedUntil: number | null;
}

/**
 * Whether a key can have signed a token with this `iat`. What claims to be older or newer was signed by someone else who
 * has the key.
 * @param now whole seconds since 1970.
 */
export function canHaveSigned({ signsFrom, signedUntil }: SigningDays, issuedAt: number, now: number): boolean {
  const from = signsFrom ?? now;
  const until = signedUntil ?? now;
  return issuedAt >= from - SIGNING_SLACK_SECONDS && issuedAt <= until + SIGNING_SLACK_SECONDS;
}

import { HOTP, Secret, TOTP } from 'otpauth';

/** RFC 4226, section 4, R6 wants 128 bits at least and recommends 160. */
const SECRET_BYTES = 20;
/** What every authenticator app can do; the defaults of RFC 6238. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const CODE = /^[0-9]{6}$/;
/** A code of the step before or after counts too (RFC 6238, section 5.2). */
const WINDOW = 1;
/** In steps: no clock that is remembered is further away than five minutes. */
const MAX_DRIFT = 10;

/** Of which step a code is, and by how many steps the clock that made it is ahead of ours. */
export interface MatchedStep {
  readonly step: number;
  readonly drift: number;
}

/** @returns 160 random bits in base32 (RFC 4648, section 6). */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The key as authenticator apps read it from a QR code (the Key URI Format). @param service in which the account is. */
export function otpauthUri(secret: string, service: string, username: string): string {
  return new TOTP({ ...FORM, secret, issuer: service, label: username }).toString();
}

/**
 * Looks for the step that a code is of, among three around now. Each is compared in constant time.
 * @param drift by how many steps the clock of the app was ahead last time (RFC 6238, section 6).
 * @returns undefined where it is of none of them.
 */
export function matchTotpCode(secret: string, code: string, now: Date, drift: number): MatchedStep | undefined {
  // Where other characters are digits too, otpauth throws.
  if (!CODE.test(code)) return undefined;
  const current = Math.floor(now.getTime() / 1000 / FORM.period);
  const { algorithm, digits } = FORM;
  const counter = current + drift;
  const delta = HOTP.validate({
    ...{ token: code, secret: Secret.fromBase32(secret), algorithm, digits },
    ...{ counter, window: WINDOW },
  });
  if (delta === null) return undefined;
  const step = counter + delta;
  return { step, drift: Math.min(MAX_DRIFT, Math.max(-MAX_DRIFT, step - current)) };
}

import { Injectable } from '@nestjs/common';

/** The one source of wall-clock time, so that tests can hold it still. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** Whole seconds since 1970, as `exp`, `iat` and `nbf` count them (RFC 7519, section 2, NumericDate). */
export function epochSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

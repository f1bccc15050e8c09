import { AppError } from '../../common/app-error.js';

interface Unit {
  /** The place in the order in which units must come. */
  readonly rank: number;
  readonly seconds: number;
}

const UNITS = new Map<string, Unit>();
[
  'w wk wks week weeks',
  'd dy dys day days',
  'h hr hrs hour hours',
  'm min mins minute minutes',
  's sec secs second seconds',
]
  .map((names) => names.split(' '))
  .forEach((names, rank) => {
    const seconds = [604_800, 86_400, 3_600, 60, 1][rank]!;
    for (const name of names) UNITS.set(name, { rank, seconds });
  });
const DAYS_RANK = 1;
const SECONDS_RANK = 4;

/** What each field of a clock counts, from the right. */
const CLOCK_SECONDS = [1, 60, 3_600, 86_400];

/** Ten years of 365 days. */
const MAX_SECONDS = 10 * 365 * 86_400;
const MICROSECONDS = 1_000_000;

/** `<number><optional space><unit>`, and what may stand between it and the next. No two neighbours match the same. */
const PART = /(\d+(?:\.\d*)?|\.\d+)\s*([a-z]+)\s*([,/]?)\s*/iy;

/** What `parseLifetime` takes, for people. */
export const LIFETIME_GRAMMAR =
  'weeks, days, hours, minutes and seconds in this order, such as "30 days", "1.5 hours" or "1h30m", or a clock such ' +
  'as "4:13:02"; more than nothing and at most 10 years (3650 days)';

/**
 * The lifetime that a caller asks for, in seconds.
 * @throws AppError `lifetime_invalid`, which says what is taken.
 */
export function readLifetime(text: string): number {
  const seconds = parseLifetime(text);
  if (seconds === undefined) throw new AppError('lifetime_invalid', `The lifetime of a token is ${LIFETIME_GRAMMAR}`);
  return seconds;
}

/**
 * Reads the lifetime of a token (v1alpha: "6 hours", "1h30m", "2 days, 4:13:02"), in time linear in the text's length.
 * @returns seconds, exact to the microsecond, or undefined where it is no lifetime, not positive or over ten years.
 */
export function parseLifetime(text: string): number | undefined {
  const parts = readParts(text.trim().replace(/^\+\s*/, ''));
  if (!parts) return undefined;
  const clock = parts.rest === '' && parts.rank >= 0 ? 0 : readClock(parts.rest, parts.rank);
  if (clock === undefined) return undefined;
  const seconds = Math.round((parts.seconds + clock) * MICROSECONDS) / MICROSECONDS;
  return seconds > 0 && seconds <= MAX_SECONDS ? seconds : undefined;
}

/** @returns the sum of the leading parts, the rank of the last (-1: there is none) and what follows them. */
function readParts(text: string): { seconds: number; rank: number; rest: string } | undefined {
  let seconds = 0;
  let rank = -1;
  let end = 0;
  for (;;) {
    PART.lastIndex = end;
    const match = PART.exec(text);
    if (!match) return { seconds, rank, rest: text.slice(end) };
    const [, number = '', name = '', separator] = match;
    const unit = UNITS.get(name.toLowerCase());
    if (!unit || unit.rank <= rank) return undefined;
    // Nothing can follow the seconds that a comma would separate from them.
    if (unit.rank === SECONDS_RANK && separator) return undefined;
    seconds += Number(number) * unit.seconds;
    rank = unit.rank;
    end = PART.lastIndex;
  }
}

/** `:ss`, `mm:ss`, `hh:mm:ss`, `dd:hh:mm:ss`; after weeks and days `hh:mm:ss` alone. */
function readClock(text: string, rankBefore: number): number | undefined {
  const fields = text.split(':');
  const isAlone = rankBefore < 0;
  if (isAlone ? fields.length < 2 || fields.length > 4 : fields.length !== 3 || rankBefore > DAYS_RANK)
    return undefined;
  const valid = fields.every((field, index) => {
    if (index === fields.length - 1) return /^\d{2}(?:\.\d+)?$/.test(field);
    if (index > 0) return /^\d{2}$/.test(field);
    return fields.length === 2 ? /^\d{0,2}$/.test(field) : /^\d+$/.test(field);
  });
  if (!valid) return undefined;
  return fields.reverse().reduce((sum, field, index) => sum + Number(field) * CLOCK_SECONDS[index]!, 0);
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseLifetime } from './lifetime.js';

const UNITS: readonly { readonly names: readonly string[]; readonly seconds: number }[] = [
  { names: ['w', 'wk', 'wks', 'week', 'weeks'], seconds: 604_800 },
  { names: ['d', 'dy', 'dys', 'day', 'days'], seconds: 86_400 },
  { names: ['h', 'hr', 'hrs', 'hour', 'hours'], seconds: 3_600 },
  { names: ['m', 'min', 'mins', 'minute', 'minutes'], seconds: 60 },
  { names: ['s', 'sec', 'secs', 'second', 'seconds'], seconds: 1 },
];
const NAMES = UNITS.flatMap(({ names }) => names);
const TEN_YEARS = 3_650 * 86_400;

/** The grammar once more, as one declarative pattern: for short texts only, because it backtracks. */
const part = (names: readonly string[], after = String.raw`\s*[,/]?\s*`): string =>
  String.raw`(?:(?:\d+\.?\d*|\.\d+)\s*(?:${names.join('|')})${after})?`;
const [weeks, days, hours, minutes, seconds] = UNITS.map(({ names }) => names) as [
  readonly string[],
  readonly string[],
  readonly string[],
  readonly string[],
  readonly string[],
];
const FORMS = [
  String.raw`(?=\S)${part(weeks)}${part(days)}${part(hours)}${part(minutes)}${part(seconds, '')}`,
  String.raw`\d{0,2}:\d\d(?:\.\d+)?`,
  String.raw`${part(weeks)}${part(days)}\d+:\d\d:\d\d(?:\.\d+)?`,
  String.raw`\d+:\d\d:\d\d:\d\d(?:\.\d+)?`,
];
const GRAMMAR = new RegExp(String.raw`^\s*\+?\s*(?:${FORMS.join('|')})\s*$`, 'i');

const space = fc.constantFrom('', '', ' ', '  ', '\t');
const separator = fc.constantFrom('', ' ', ',', ', ', ' ,', '/', ' / ', ',  ');
const number = fc.oneof(
  fc.nat({ max: 30 }).map(String),
  fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 999 })).map(([whole, decimals]) => `${whole}.${decimals}`),
  fc.nat({ max: 99 }).map((decimals) => `.${decimals}`),
  fc.nat({ max: 9 }).map((whole) => `${whole}.`),
);
const anyCase = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.constantFrom('keep', 'upper'))
    .map(([value, how]) => (how === 'upper' ? value.toUpperCase() : value));

interface Written {
  readonly text: string;
  readonly seconds: number;
}

/** Some of the units from `from` up to `to`, in order, with what separates each from the next. */
function parts(from: number, to: number, minimum: number): fc.Arbitrary<Written> {
  const chosen = fc.subarray(
    UNITS.map((_, rank) => rank).filter((rank) => rank >= from && rank <= to),
    { minLength: minimum },
  );
  return chosen
    .chain((ranks) =>
      fc.tuple(
        ...ranks.map((rank) =>
          fc
            .record({ number, space, name: anyCase(fc.constantFrom(...UNITS[rank]!.names)), separator })
            .map((written) => ({
              ...written,
              seconds: Number(written.number) * UNITS[rank]!.seconds,
            })),
        ),
      ),
    )
    .map((written) => ({
      text: written
        .map((one, index) => {
          const isLast = index === written.length - 1;
          return `${one.number}${one.space}${one.name}${isLast ? '' : one.separator}`;
        })
        .join(''),
      seconds: written.reduce((sum, one) => sum + one.seconds, 0),
    }));
}

const twoDigits = fc.nat({ max: 99 }).map((value) => String(value).padStart(2, '0'));
const clockSeconds = fc.oneof(
  twoDigits,
  fc.tuple(twoDigits, fc.nat({ max: 999 })).map(([whole, decimals]) => `${whole}.${decimals}`),
);
const hourClock: fc.Arbitrary<Written> = fc
  .tuple(fc.nat({ max: 999 }), twoDigits, clockSeconds)
  .map(([h, m, s]) => ({ text: `${h}:${m}:${s}`, seconds: h * 3_600 + Number(m) * 60 + Number(s) }));
const lifetime: fc.Arbitrary<Written> = fc
  .tuple(
    space,
    fc.constantFrom('', '', '+', '+ '),
    fc.oneof(
      parts(0, 4, 1),
      hourClock,
      clockSeconds.map((s) => ({ text: `:${s}`, seconds: Number(s) })),
      fc.tuple(fc.nat({ max: 99 }), clockSeconds).map(([m, s]) => ({ text: `${m}:${s}`, seconds: m * 60 + Number(s) })),
      fc.tuple(fc.nat({ max: 300 }), twoDigits, twoDigits, clockSeconds).map(([d, h, m, s]) => ({
        text: `${d}:${h}:${m}:${s}`,
        seconds: d * 86_400 + Number(h) * 3_600 + Number(m) * 60 + Number(s),
      })),
      fc.tuple(parts(0, 1, 1), separator, hourClock).map(([before, between, clock]) => ({
        text: `${before.text}${between}${clock.text}`,
        seconds: before.seconds + clock.seconds,
      })),
    ),
    space,
  )
  .map(([before, sign, written, after]) => ({ ...written, text: `${before}${sign}${written.text}${after}` }));

/** Pieces of lifetimes and of what is none, in any order. */
const soup = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: number },
      { weight: 3, arbitrary: anyCase(fc.constantFrom(...NAMES)) },
      { weight: 2, arbitrary: fc.constantFrom(' ', ',', '/', ':', ':30', '4:13:02', '+', '.') },
      { weight: 1, arbitrary: fc.constantFrom('-', 'month', 'year', 'and', '|', '\0', '\n', 'µs', '٣', 'ſ', '1e3') },
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

/** Of a text that the grammar knows; the first letter of a unit tells which it is. */
function secondsOf(text: string): number {
  const clock = /(?:\d*:)+\d\d(?:\.\d+)?/.exec(text)?.[0] ?? '';
  const fields = clock === '' ? [] : clock.split(':').reverse();
  const ofClock = fields.reduce((sum, field, index) => sum + Number(field) * [1, 60, 3_600, 86_400][index]!, 0);
  const parts = [...text.replace(clock, '').matchAll(/([\d.]+)\s*([a-z])/gi)];
  return parts.reduce(
    (sum, [, value, letter]) =>
      sum + Number(value) * UNITS.find(({ names }) => names[0] === letter!.toLowerCase())!.seconds,
    ofClock,
  );
}

function expectAsGrammarSays(text: string): void {
  const expected = GRAMMAR.test(text) ? secondsOf(text) : undefined;
  if (expected === undefined || expected === 0 || expected > TEN_YEARS) expect(parseLifetime(text)).toBeUndefined();
  else expect(parseLifetime(text)).toBeCloseTo(expected, 5);
}

const isLife = (text: string): boolean => parseLifetime(text) !== undefined;
const runs = { numRuns: 3_000 };

describe('parseLifetime', () => {
  it.each([
    ['6 hours', 21_600],
    ['6HOURS', 21_600],
    [' 6 hours ', 21_600],
    ['30 days', 2_592_000],
    ['1h30m', 5_400],
    ['1.5 hours', 5_400],
    ['.5 hours', 1_800],
    ['5. hours', 18_000],
    ['1w2d3h', 788_400],
    ['+32 min', 1_920],
    ['+ 32 m 1 s', 1_921],
    ['1 day, 2 hours', 93_600],
    ['1w/2d / 3h,4m 5s', 788_645],
    ['6 hours,', 21_600],
    [':22', 22],
    ['4:13', 253],
    ['1:99', 159],
    ['4:13:02', 15_182],
    ['4:13:02.266', 15_182.266],
    ['2:04:13:02.266', 187_982.266],
    ['2 days, 4:13:02', 187_982],
    ['1w 2 days 4:13:02', 792_782],
    ['1.75 s', 1.75],
    ['0.29 hours', 1_044],
    ['1.1 hours', 3_960],
    ['0.4 s', 0.4],
    ['0.000001 s', 0.000001],
    ['3650 days', TEN_YEARS],
    ['87600:00:00', TEN_YEARS],
  ])('reads %j as %d seconds', (text, expected) => {
    expect(parseLifetime(text)).toBe(expected);
  });

  const refused = [
    ['', ' ', '+', ',', '.', ':', '90', '1.5', 'banana', 'hours'],
    ['1 month', '1 year', '1 day and 2 hours', '1 hour and'],
    ['5 minutes 1 hour', '1h 2h', '1 hour 1 hr', '1s 1s'],
    ['-1 hour', '- 1 hour', '++1 hour', '1 hour + 1 minute', '1 hour - 1 minute', '|1 hour', '+-1h'],
    ['1,5 hours', '1.2.3 hours', '. hours', '1 000 s', '1e3 s', '0x10 s', '½ hour', '٣ hours', 'Infinity s', 'NaN s'],
    ['1h,,30m', '1h//30m', ',1h', '5 seconds,', '1h;30m'],
    ['1:2', '1:2:3', '100:00', '1:1:00:00', '1:0:00:00:00', '4:13:', ':5', '::22', '4 :13', '4:13 :02', '1.5:30'],
    ['1w 4:13', '2 hours 4:13:02', '2 days 1:04:13:02', '4:13:02, 2 days', '2-04:13:02', '2 days :22'],
    ['0 s', '0:00', '0 weeks', '0.0000001 s'],
    ['3651 days', '3650 days 1 s', '3650 days 0.001 s', '87600:00:01', '9'.repeat(400) + ' s'],
    ['6\0hours', '6 hours\0', '6 hourſ', '1 w\u212a', '6 hours\ud800', '1 ms', '1 µs'],
  ];

  it.each(refused.flat())('refuses %j', (text) => {
    expect(parseLifetime(text)).toBeUndefined();
  });

  it('reads everything that the grammar makes, as the seconds that it was made of', () => {
    fc.assert(
      fc.property(lifetime, ({ text, seconds: expected }) => {
        if (expected === 0 || expected > TEN_YEARS) expect(parseLifetime(text)).toBeUndefined();
        else expect(parseLifetime(text)).toBeCloseTo(expected, 5);
      }),
      runs,
    );
  });

  it('takes exactly those texts that the grammar knows', () => {
    fc.assert(fc.property(soup, expectAsGrammarSays), runs);
  });

  it('takes a valid lifetime with one character changed just where the grammar knows it', () => {
    const change = fc.tuple(
      lifetime,
      fc.nat(),
      fc.constantFrom('', ' ', ',', '/', ':', '.', '+', '-', '1', 'h', 's', '|'),
    );
    fc.assert(
      fc.property(change, ([{ text }, at, inserted]) => {
        const place = at % (text.length + 1);
        expectAsGrammarSays(text.slice(0, place) + inserted + text.slice(place + (inserted === '' ? 1 : 0)));
      }),
      runs,
    );
  });

  it('refuses parts in any order but theirs', () => {
    const twoRanks = fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })).filter(([first, second]) => first >= second);
    fc.assert(
      fc.property(twoRanks, fc.nat({ max: 4 }), separator, ([first, second], name, between) => {
        expect(isLife(`1${UNITS[first]!.names[name]!}${between}1${UNITS[second]!.names[name]!}`)).toBe(false);
      }),
    );
  });

  it('reads any text at all, as seconds in range or as nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const read = parseLifetime(text);
        if (read !== undefined) expect(read > 0 && read <= TEN_YEARS).toBe(true);
      }),
    );
  });

  // Each would keep a backtracking pattern busy for minutes or more.
  it.each([
    ['digits', '1'.repeat(65_536)],
    ['digits and dots', '1.'.repeat(32_768)],
    ['decimals', `${'1'.repeat(32_768)}.${'1'.repeat(32_768)}`],
    ['digits and spaces', '1'.repeat(32_768) + ' '.repeat(32_768) + 'x'],
    ['spaces before nonsense', ' '.repeat(65_536) + 'x'],
    ['spaces after a sign', '+' + ' '.repeat(65_536) + 'x'],
    ['spaces in the middle', `1h${' '.repeat(65_536)}x`],
    ['spaces around separators', `1w${' '.repeat(20_000)},${' '.repeat(20_000)}1d${' '.repeat(20_000)}x`],
    ['letters', `1${'h'.repeat(65_536)}`],
    ['separators', `1h${',/'.repeat(32_768)}`],
    ['colons', ':'.repeat(65_536)],
    ['a clock', '00:'.repeat(21_845)],
    ['a fraction of a clock', `4:13:02.${'1'.repeat(65_536)}x`],
  ])('refuses 64 KB of %s at once', (_, text) => {
    expect(parseLifetime(text)).toBeUndefined();
  });

  it('reads a lifetime among 64 KB of spaces', () => {
    const spaces = ' '.repeat(16_384);
    expect(parseLifetime(`${spaces}1h${spaces},${spaces}30m${spaces}`)).toBe(5_400);
  });
});

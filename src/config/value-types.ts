import { isIP } from 'node:net';
import { z } from 'zod';
import { whyNotRandom } from './random-key.js';

/** What a setting accepts. */
export interface ValueType<T> {
  /** In words that follow "NAME must be". */
  readonly accepts: string;
  /** Reads and checks a text. A check may bring a closer reason of its own, in words that follow "NAME". */
  readonly schema: z.ZodType<T, string>;
}

/** Any text; `accepts` says what is meant. */
export function text(accepts: string): ValueType<string> {
  return { accepts, schema: z.string() };
}

export function wholeNumber(min: number, max: number): ValueType<number> {
  const schema = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max));
  return { accepts: `a whole number from ${min} to ${max}`, schema };
}

export function oneOf<const T extends readonly string[]>(names: T): ValueType<T[number]> {
  return { accepts: `one of ${names.join(', ')}`, schema: z.enum(names) };
}

/** Whether it is production. */
export const runMode: ValueType<boolean> = {
  accepts: 'production, or anything else for development',
  schema: z.string().transform((name) => name === 'production'),
};

export const yesOrNo: ValueType<boolean> = {
  accepts: 'true or false',
  schema: z.enum(['true', 'false']).transform((word) => word === 'true'),
};

export const userName: ValueType<string> = { accepts: 'a user name', schema: z.string().toLowerCase() };

export const postgresUrl: ValueType<string> = {
  accepts: 'a URL such as postgres://user:password@host:5432/tessera',
  schema: z.url({ protocol: /^postgres(ql)?$/ }),
};

export const smtpUrl: ValueType<string> = {
  accepts: 'a URL such as smtp://user:password@host:587 or smtps://host',
  schema: z.url({ protocol: /^smtps?$/, hostname: /./ }),
};

/** Without a slash at its end. */
export const httpUrl: ValueType<string> = {
  accepts: 'an http or https URL',
  schema: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
};

export const mailbox: ValueType<string> = {
  accepts: 'an address such as Tessera <tessera@example.com>',
  schema: z.string().regex(/^([^<>@,;:"()\p{Cc}]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u),
};

/** 32 bytes, whatever they are: a key that was in use must stay usable for what it sealed. */
export const replacedKey: ValueType<Buffer> = {
  accepts: '32 bytes in base64 (openssl rand -base64 32)',
  schema: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=?$/)
    .transform((base64) => Buffer.from(base64, 'base64')),
};

/** 32 bytes that are not plainly unrandom. */
export const randomKey: ValueType<Buffer> = {
  ...replacedKey,
  schema: replacedKey.schema.refine((key) => whyNotRandom(key) === undefined, {
    error: ({ input }) =>
      `must be random, but ${whyNotRandom(input as Buffer)}: make one with openssl rand -base64 32, ` +
      'and if this one was in use, give it as MASTER_KEY_PREVIOUS',
  }),
};

/** Its length counts in bytes, as bcrypt's does. */
export const password: ValueType<string> = {
  accepts: 'a password of 8 to 72 bytes',
  schema: z
    .string()
    .refine((secret) => Buffer.byteLength(secret) >= 8 && Buffer.byteLength(secret) <= 72, 'must have 8 to 72 bytes'),
};

/** Whose X-Forwarded-For is believed: everyone's, nobody's, that of so many proxies, or of these addresses. */
export const trustedProxies: ValueType<boolean | number | string[]> = {
  accepts: 'true, false, a number of proxies, or addresses and networks separated by commas',
  schema: z.union([
    z.enum(['true', 'false']).transform((word) => word === 'true'),
    z.string().regex(/^\d+$/).transform(Number),
    z
      .string()
      .transform(listed)
      .pipe(z.array(z.string().refine(isAddressOrNetwork))),
  ]),
};

/** As a browser writes them into `Origin` (RFC 6454, section 6.2). */
export const origins: ValueType<string[]> = {
  accepts: 'origins such as https://app.example.com separated by commas',
  schema: z
    .string()
    .transform(listed)
    .pipe(z.array(z.string().refine(isOrigin))),
};

function listed(values: string): string[] {
  return values === '' ? [] : values.split(',').map((value) => value.trim());
}

function isOrigin(value: string): boolean {
  return /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value;
}

function isAddressOrNetwork(value: string): boolean {
  const [address = '', bits, ...rest] = value.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

import { Config, LOG_LEVELS } from './config.js';

type Environment = Record<string, string | undefined>;

/** What is wrong with the environment, in one sentence for the person who set it. */
export class ConfigError extends Error {}

/**
 * Reads and checks the environment.
 * @param env the process environment; an empty value counts as absent.
 * @throws ConfigError naming the first variable that is wrong, never its value where it is secret.
 */
export function readConfig(env: Environment = process.env): Config {
  const production = env.NODE_ENV === 'production';
  const port = integer(env, 'PORT', 3000, 0, 65_535);
  const host = value(env, 'HOST') ?? '127.0.0.1';
  const databaseUrl = postgresUrl(env);
  const masterKey = masterKeyFrom(env, 'MASTER_KEY');
  const masterKeyPrevious = previousMasterKey(env, masterKey);
  if (production && !databaseUrl) {
    throw new ConfigError('NODE_ENV=production needs DATABASE_URL: the embedded database is for development.');
  }
  if (production && !masterKey) {
    throw new ConfigError('NODE_ENV=production needs MASTER_KEY: 32 random bytes in base64 (openssl rand -base64 32).');
  }
  return new Config({
    production,
    port,
    host,
    databaseUrl,
    dataDir: value(env, 'DATA_DIR') ?? '.data',
    bootstrapAdminUsername: (value(env, 'BOOTSTRAP_ADMIN_USERNAME') ?? 'admin').toLowerCase(),
    bootstrapAdminPassword: bootstrapPassword(env),
    masterKey,
    masterKeyPrevious,
    publicUrl: publicUrl(env) ?? `http://${reachable(host)}:${port}`,
    bcryptCost: integer(env, 'BCRYPT_COST', 10, 4, 16),
    loginQueueSeconds: integer(env, 'LOGIN_QUEUE_SECONDS', 2, 1, 60),
    passwordMinBytes: integer(env, 'PASSWORD_MIN_BYTES', 8, 8, 72),
    accessTokensPerSession: integer(env, 'ACCESS_TOKENS_PER_SESSION', 90, 1, 1_000_000),
    smtpUrl: smtpUrl(env),
    mailFrom: mailFrom(env),
    trustProxy: trustProxy(env),
    keyRotationDays: integer(env, 'KEY_ROTATION_DAYS', 90, 0, 3650),
    logLevel: oneOf(env, 'LOG_LEVEL', LOG_LEVELS, 'info'),
  });
}

function value(env: Environment, name: string): string | undefined {
  const text = env[name]?.trim();
  return text === '' ? undefined : text;
}

function integer(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const text = value(env, name);
  if (text === undefined) return fallback;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < min || number > max) {
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, but is "${text}".`);
  }
  return number;
}

function oneOf<T extends string>(env: Environment, name: string, allowed: readonly T[], fallback: T): T {
  const text = value(env, name);
  if (text === undefined) return fallback;
  const found = allowed.find((candidate) => candidate === text);
  if (!found) throw new ConfigError(`${name} must be one of ${allowed.join(', ')}, but is "${text}".`);
  return found;
}

function postgresUrl(env: Environment): string | undefined {
  const text = value(env, 'DATABASE_URL');
  // The value may hold a password, so the message does not repeat it.
  if (text !== undefined && !(URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol))) {
    throw new ConfigError('DATABASE_URL must be a URL such as postgres://user:password@host:5432/tessera.');
  }
  return text;
}

function masterKeyFrom(env: Environment, name: string): Buffer | undefined {
  const text = value(env, name);
  if (text === undefined) return undefined;
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32 || !/^[A-Za-z0-9+/]{43}=?$/.test(text)) {
    throw new ConfigError(`${name} must be 32 bytes in base64 (openssl rand -base64 32).`);
  }
  return key;
}

function previousMasterKey(env: Environment, masterKey: Buffer | undefined): Buffer | undefined {
  const key = masterKeyFrom(env, 'MASTER_KEY_PREVIOUS');
  if (key && !masterKey) throw new ConfigError('MASTER_KEY_PREVIOUS needs MASTER_KEY: the key that replaces it.');
  if (key && masterKey?.equals(key)) throw new ConfigError('MASTER_KEY_PREVIOUS must not be the same as MASTER_KEY.');
  return key;
}

function bootstrapPassword(env: Environment): string | undefined {
  // Not trimmed: spaces may belong to a password.
  const password = env.BOOTSTRAP_ADMIN_PASSWORD || undefined;
  const bytes = password === undefined ? 8 : Buffer.byteLength(password);
  if (bytes < 8 || bytes > 72) throw new ConfigError('BOOTSTRAP_ADMIN_PASSWORD must have 8 to 72 bytes.');
  return password;
}

function publicUrl(env: Environment): string | undefined {
  const text = value(env, 'PUBLIC_URL');
  if (text !== undefined && !(URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))) {
    throw new ConfigError(`PUBLIC_URL must be an http or https URL, but is "${text}".`);
  }
  return text?.replace(/\/+$/, '');
}

/** Nobody can call an address that means "all of them". */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function smtpUrl(env: Environment): string | undefined {
  const text = value(env, 'SMTP_URL');
  // The value may hold a password, so the message does not repeat it.
  if (
    text !== undefined &&
    !(URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname)
  ) {
    throw new ConfigError('SMTP_URL must be a URL such as smtp://user:password@host:587 or smtps://host.');
  }
  return text;
}

function mailFrom(env: Environment): string {
  const text = value(env, 'MAIL_FROM') ?? 'Tessera <tessera@localhost>';
  if (!/^([^<>@,;:"()\p{Cc}]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u.test(text)) {
    throw new ConfigError(`MAIL_FROM must be an address such as Tessera <tessera@example.com>, but is "${text}".`);
  }
  return text;
}

function trustProxy(env: Environment): boolean | number | string[] {
  const text = value(env, 'TRUST_PROXY');
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  if (/^\d+$/.test(text)) return Number(text);
  const addresses = text.split(',').map((address) => address.trim());
  if (!addresses.every((address) => /^[0-9a-fA-F.:]+(\/\d{1,3})?$/.test(address))) {
    throw new ConfigError(
      `TRUST_PROXY must be true, false, a number of proxies, or addresses and networks separated by commas, but is "${text}".`,
    );
  }
  return addresses;
}

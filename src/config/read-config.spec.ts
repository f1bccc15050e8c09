import { describe, expect, it } from '@jest/globals';
import { readConfig } from './read-config.js';

const KEY = 'QbGKREVeoO4MYN7yKjysevjFg2G1LPhebJajN1z+hhc=';

describe('readConfig', () => {
  it('has a default for everything that development needs', () => {
    expect(readConfig({})).toEqual({
      production: false,
      port: 3000,
      host: '127.0.0.1',
      metricsPort: 9464,
      metricsHost: '127.0.0.1',
      databaseUrl: undefined,
      dataDir: '.data',
      bootstrapAdminUsername: 'admin',
      bootstrapAdminPassword: undefined,
      masterKey: undefined,
      publicUrl: 'http://127.0.0.1:3000',
      bcryptCost: 10,
      loginQueueSeconds: 2,
      passwordMinBytes: 8,
      accessTokensPerSession: 90,
      smtpUrl: undefined,
      mailFrom: 'Tessera <tessera@localhost>',
      trustProxy: false,
      console: true,
      corsOrigins: [],
      keyRotationDays: 90,
      logLevel: 'info',
    });
  });

  it('takes an empty value for an absent one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', MASTER_KEY: '' })).toEqual(readConfig({}));
  });

  it('reads what is set', () => {
    const config = readConfig({
      NODE_ENV: 'production',
      PORT: '8080',
      HOST: '::',
      DATABASE_URL: 'postgres://u:p@db/tessera',
      MASTER_KEY: KEY,
      BOOTSTRAP_ADMIN_USERNAME: 'Root',
      BOOTSTRAP_ADMIN_PASSWORD: ' with spaces ',
    });
    expect(config).toMatchObject({
      production: true,
      publicUrl: 'http://localhost:8080',
      bootstrapAdminUsername: 'root',
      bootstrapAdminPassword: ' with spaces ',
      masterKey: Buffer.from(KEY, 'base64'),
    });
  });

  it.each([
    ['true', true],
    ['false', false],
    ['2', 2],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
    ['2001:db8::/32,::ffff:10.0.0.1', ['2001:db8::/32', '::ffff:10.0.0.1']],
  ])('reads TRUST_PROXY=%s', (text, trustProxy) => {
    expect(readConfig({ TRUST_PROXY: text }).trustProxy).toEqual(trustProxy);
  });

  it('reads CORS_ORIGINS', () => {
    const { corsOrigins } = readConfig({ CORS_ORIGINS: 'https://app.example.com,http://localhost:5173' });
    expect(corsOrigins).toEqual(['https://app.example.com', 'http://localhost:5173']);
  });

  it.each(['Tessera <keys@example.com>', 'keys@example.com', '<keys@example.com>', 'Bücher GmbH <b@example.com>'])(
    'reads MAIL_FROM=%s',
    (mailFrom) => {
      expect(readConfig({ MAIL_FROM: mailFrom, SMTP_URL: 'smtps://mail' })).toMatchObject({
        mailFrom,
        smtpUrl: 'smtps://mail',
      });
    },
  );

  it('takes a key that is plainly not random as MASTER_KEY_PREVIOUS alone, since it may have sealed something', () => {
    const unrandom = Buffer.alloc(32, 7);
    const config = readConfig({ MASTER_KEY: KEY, MASTER_KEY_PREVIOUS: unrandom.toString('base64') });
    expect(config.masterKeyPrevious).toEqual(unrandom);
  });

  it('drops the slash at the end of PUBLIC_URL', () => {
    expect(readConfig({ PUBLIC_URL: 'https://id.example.org/' }).publicUrl).toBe('https://id.example.org');
  });

  it.each([
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, but is "70000".'],
    [{ PORT: '1e3' }, 'PORT must be a whole number from 0 to 65535, but is "1e3".'],
    [{ BCRYPT_COST: '3' }, 'BCRYPT_COST must be a whole number from 4 to 16, but is "3".'],
    [{ LOGIN_QUEUE_SECONDS: '0' }, 'LOGIN_QUEUE_SECONDS must be a whole number from 1 to 60, but is "0".'],
    [{ PASSWORD_MIN_BYTES: '7' }, 'PASSWORD_MIN_BYTES must be a whole number from 8 to 72, but is "7".'],
    [
      { ACCESS_TOKENS_PER_SESSION: '0' },
      'ACCESS_TOKENS_PER_SESSION must be a whole number from 1 to 1000000, but is "0".',
    ],
    ...['nobody', 'a@b@c', 'A <a@b', 'A <a@b>, B <b@c>', 'A, B <a@b>', 'A\nB <a@b>'].map(
      (from) =>
        [
          { MAIL_FROM: from },
          `MAIL_FROM must be an address such as Tessera <tessera@example.com>, but is "${from}".`,
        ] as const,
    ),
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, but is "loud".'],
    [{ PUBLIC_URL: 'id.example.org' }, 'PUBLIC_URL must be an http or https URL, but is "id.example.org".'],
    ...['yes', 'abc', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.1/', '::1/8/8', '10.0.0.1,'].map(
      (proxies) =>
        [
          { TRUST_PROXY: proxies },
          `TRUST_PROXY must be true, false, a number of proxies, or addresses and networks separated by commas, but is "${proxies}".`,
        ] as const,
    ),
    ...[
      '*',
      'null',
      'app.example.com',
      'https://a.example/',
      'https://A.example',
      'https://a.example:443',
      'ftp://a',
    ].map(
      (origins) =>
        [
          { CORS_ORIGINS: origins },
          `CORS_ORIGINS must be origins such as https://app.example.com separated by commas, but is "${origins}".`,
        ] as const,
    ),
    [{ NODE_ENV: 'production' }, 'NODE_ENV=production needs DATABASE_URL: the embedded database is for development.'],
    [
      { NODE_ENV: 'production', DATABASE_URL: 'postgres://db/tessera' },
      'NODE_ENV=production needs MASTER_KEY: 32 random bytes in base64 (openssl rand -base64 32).',
    ],
  ])('refuses %j in one sentence', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(new Error(sentence));
  });

  it.each([
    [{ MASTER_KEY: 'c2VjcmV0' }, 'MASTER_KEY must be 32 bytes in base64 (openssl rand -base64 32).'],
    [{ MASTER_KEY: `${KEY} ${KEY}` }, 'MASTER_KEY must be 32 bytes in base64 (openssl rand -base64 32).'],
    ...(
      [
        ['repeats the same few bytes', Buffer.alloc(32, 7)],
        ['counts in equal steps', Buffer.from([...Array(32).keys()])],
        ['is readable text', Buffer.from('the quick brown fox jumps higher')],
      ] as const
    ).map(
      ([reason, key]) =>
        [
          { MASTER_KEY: key.toString('base64') },
          `MASTER_KEY must be random, but ${reason}: make one with openssl rand -base64 32, and if this one was in use, give it as MASTER_KEY_PREVIOUS.`,
        ] as const,
    ),
    [
      { DATABASE_URL: 'mysql://u:secret@db' },
      'DATABASE_URL must be a URL such as postgres://user:password@host:5432/tessera.',
    ],
    [
      { SMTP_URL: 'http://u:secret@mail' },
      'SMTP_URL must be a URL such as smtp://user:password@host:587 or smtps://host.',
    ],
    [{ BOOTSTRAP_ADMIN_PASSWORD: 'secret' }, 'BOOTSTRAP_ADMIN_PASSWORD must have 8 to 72 bytes.'],
  ])('does not repeat a secret that it refuses', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(new Error(sentence));
  });
});

import { Injectable } from '@nestjs/common';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment, validated once and frozen. Nothing else reads `process.env`. */
@Injectable()
export class Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** Absent where the embedded server is to be started. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly bootstrapAdminUsername: string;
  readonly bootstrapAdminPassword: string | undefined;
  /** 32 bytes; absent in development, where one is made beside the data. */
  readonly masterKey: Buffer | undefined;
  /** 32 bytes; opens what was sealed before the master key was changed. */
  readonly masterKeyPrevious: Buffer | undefined;
  /** Without a trailing slash; the `iss` of every token. */
  readonly publicUrl: string;
  readonly bcryptCost: number;
  /** Whoever would wait longer for their password to be checked is refused. */
  readonly loginQueueSeconds: number;
  /** A shorter password is refused where one is set. */
  readonly passwordMinBytes: number;
  /** How many access tokens one refresh token gives in its life. */
  readonly accessTokensPerSession: number;
  /** The mail server; absent where mail is printed (development) or there is none (production). */
  readonly smtpUrl: string | undefined;
  /** The sender of every mail, as `Name <address>` or an address alone. */
  readonly mailFrom: string;
  /** Whose X-Forwarded-For is believed: everyone's, nobody's, that of so many proxies, or of these addresses. */
  readonly trustProxy: boolean | number | string[];
  /** After so many days another key signs; 0 for never, save on command. */
  readonly keyRotationDays: number;
  readonly logLevel: LogLevel;

  constructor(values: Config) {
    Object.assign(this, values);
    Object.freeze(this);
  }
}

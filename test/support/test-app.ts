import { Test } from '@nestjs/testing';
import passport from 'passport';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Type } from '@nestjs/common';
import { AppModule } from '../../src/app.module.js';
import { LocalStrategy } from '../../src/auth/local.strategy.js';
import { SYSTEM } from '../../src/common/actor.js';
import { Clock } from '../../src/common/clock.js';
import type { Role } from '../../src/common/roles.js';
import { readConfig } from '../../src/config/read-config.js';
import { APP_OPTIONS, configureHttp, createHttpAdapter } from '../../src/api/http/http-adapter.js';
import { StructuredLogger } from '../../src/logging/structured-logger.js';
import { UsersService } from '../../src/users/users.service.js';
import { observeResponses } from './openapi/observe-responses.js';
import { TestClock } from './test-clock.js';
import { refuseUsedSecrets, rememberCredentials, rememberSecrets } from './used-secrets.js';

export interface Call {
  readonly headers?: Record<string, string>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: string | Buffer;
}

/** An HTTP response, with its body read. */
export interface TestResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text parsed as JSON; undefined where it is not JSON. */
  readonly body: unknown;
}

export interface TestUser {
  readonly id: number;
  readonly username: string;
  readonly password: string;
}

/** The password of every user that `createUser` creates. That of the API documents is too common for the policy. */
export const PASSWORD = 'Qwerty-123-Tessera';

/** Receives what the service logs at `LOG_LEVEL`. */
export interface LogLines {
  write(line: string): void;
}

/** One instance of the service, listening on a free port. */
export class TestApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly clock: TestClock,
  ) {}

  static async start(
    databaseUrl: string,
    options: { env?: Record<string, string>; clock?: TestClock; log?: LogLines } = {},
  ): Promise<TestApp> {
    const clock = options.clock ?? new TestClock();
    const config = readConfig({
      DATABASE_URL: databaseUrl,
      MASTER_KEY: 'QbGKREVeoO4MYN7yKjysevjFg2G1LPhebJajN1z+hhc=',
      PUBLIC_URL: 'http://tessera.test',
      BCRYPT_COST: '4',
      LOG_LEVEL: 'silent',
      PORT: '0',
      METRICS_PORT: '0',
      ...options.env,
    });
    const module = await Test.createTestingModule({ imports: [AppModule.with(config)] })
      .setLogger(new StructuredLogger(config.logLevel, options.log))
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    const app = module.createNestApplication<NestFastifyApplication>(createHttpAdapter(config), APP_OPTIONS);
    configureHttp(app);
    observeResponses(app);
    await app.listen(0, '127.0.0.1');
    return new TestApp(app, await app.getUrl(), clock);
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type);
  }

  async call(method: string, path: string, { headers, json, body }: Call = {}): Promise<TestResponse> {
    // Passport has one set of strategies for the whole process: without this, the last instance would log in for all.
    passport.use('local', this.get(LocalStrategy));
    const sent = json === undefined ? body : JSON.stringify(json);
    rememberCredentials(headers?.authorization);
    rememberSecrets(json ?? Object.fromEntries(new URLSearchParams(String(body))));
    const response = await fetch(this.url + path, {
      method,
      headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(sent !== undefined && { body: sent }),
      redirect: 'manual',
    });
    const text = await response.text();
    const parsed = parse(text);
    rememberSecrets(parsed);
    return { status: response.status, headers: response.headers, text, body: parsed };
  }

  /** Creates a user with `PASSWORD`. */
  async createUser(username: string, role: Role = 'viewer', passwordIsTemporary = false): Promise<TestUser> {
    const password = PASSWORD;
    const { id } = await this.get(UsersService).createUser(SYSTEM, { username, password, passwordIsTemporary, role });
    return { id, username, password };
  }

  /** Logs the user in by api2. @returns the token. */
  async logIn({ username, password }: TestUser): Promise<string> {
    const { status, body } = await this.call('POST', '/api2/tokens', { json: { username, password } });
    if (status !== 200) throw new Error(`The login of ${username} got status ${status}`);
    return (body as { token: string }).token;
  }

  /** Ends the instance. @throws Error where the audit log holds a secret that was used. */
  async close(): Promise<void> {
    await refuseUsedSecrets(this.app).finally(() => this.app.close());
  }
}

export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

export function basic(username: string, password: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

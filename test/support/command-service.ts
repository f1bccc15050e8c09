import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tessera, type CommandOptions, type CommandResult } from './tessera-command.js';
import { basic, PASSWORD, TestApp, type TestUser } from './test-app.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** A service, and commands that are run against it as a script of its admin runs them. */
export class CommandService {
  private constructor(
    readonly database: TestDatabase,
    readonly app: TestApp,
    readonly admin: TestUser,
    readonly denis: TestUser,
    /** Where logins are kept. */
    readonly home: string,
  ) {}

  static async start(): Promise<CommandService> {
    const database = await createTestDatabase();
    const app = await TestApp.start(database.url);
    const admin = await app.createUser('root', 'admin');
    const denis = await app.createUser('denis');
    return new CommandService(database, app, admin, denis, mkdtempSync(join(tmpdir(), 'tessera-cli-')));
  }

  async close(): Promise<void> {
    rmSync(this.home, { recursive: true });
    await this.app.close();
    await this.database.drop();
  }

  readonly as = (options: CommandOptions, ...args: string[]): Promise<CommandResult> => {
    const { username } = this.admin;
    const env = { TESSERA_URL: this.app.url, TESSERA_USERNAME: username, TESSERA_PASSWORD: PASSWORD, HOME: this.home };
    return tessera(args, { ...options, env: { ...env, ...options.env } });
  };

  /** @returns what a command printed, as JSON. @throws Error where it does not end with 0. */
  readonly json = async <T = unknown>(...args: string[]): Promise<T> => {
    const { code, stdout, stderr } = await this.as({}, ...args);
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
    return JSON.parse(stdout) as T;
  };

  /** What the service sends to its admin. */
  readonly read = async (path: string): Promise<unknown> =>
    (await this.app.call('GET', path, { headers: basic(this.admin.username, PASSWORD) })).body;
}

/** Of somebody who has no credentials in the environment. */
export function alone(): CommandOptions {
  return { env: { TESSERA_USERNAME: undefined, TESSERA_PASSWORD: undefined } };
}

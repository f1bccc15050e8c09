import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { usageFault } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';

/** A login that was kept. */
export interface StoredLogin {
  readonly username: string;
  readonly token: string;
  /** Of a login with several steps, which is a session: by what its token is replaced once that expires. */
  readonly refreshToken?: string;
  /** When the token of a session expires, by the clock of this machine. */
  readonly expiresAt?: string;
}

interface Content {
  /** The service of the last login. */
  readonly current?: string;
  readonly services: Readonly<Record<string, StoredLogin>>;
}

/** Logins by the URL of their service, in a file that its owner alone can read: `$XDG_CONFIG_HOME/tessera/credentials.json`. */
export class CredentialsFile {
  private readonly folder: string;
  private readonly file: string;

  constructor({ XDG_CONFIG_HOME, HOME }: Terminal['env']) {
    this.folder = join(XDG_CONFIG_HOME || join(HOME || homedir(), '.config'), 'tessera');
    this.file = join(this.folder, 'credentials.json');
  }

  async currentUrl(): Promise<string | undefined> {
    return (await this.read()).current;
  }

  async find(url: string): Promise<StoredLogin | undefined> {
    return (await this.read()).services[url];
  }

  async keep(url: string, login: StoredLogin): Promise<void> {
    const { services } = await this.read();
    await this.write({ current: url, services: { ...services, [url]: login } });
  }

  /** Keeps other tokens for a login that is kept already. */
  async renew(url: string, login: StoredLogin): Promise<void> {
    const { services, ...content } = await this.read();
    await this.write({ ...content, services: { ...services, [url]: login } });
  }

  async forget(url: string): Promise<void> {
    const {
      services: { [url]: forgotten, ...services },
      ...content
    } = await this.read();
    if (forgotten) await this.write({ ...content, services });
  }

  private async read(): Promise<Content> {
    try {
      return JSON.parse(await readFile(this.file, 'utf8')) as Content;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { services: {} };
      // What `JSON.parse` complains of would have a piece of the file in it.
      if (error instanceof SyntaxError) throw usageFault(`${this.file} is not valid JSON: delete it and log in again.`);
      throw error;
    }
  }

  /** Under another name first, so that nobody reads half of it, and its mode was never wider. */
  private async write(content: Content): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const draft = `${this.file}.${randomBytes(6).toString('hex')}`;
    try {
      await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
      await rename(draft, this.file);
    } finally {
      await rm(draft, { force: true });
    }
  }
}

import { createClient, dataOf, ProblemError, type ClientOptions, type TesseraClient } from '@tessera-auth/client';
import { CommandFailure, EXIT, usageFault } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';
import { CredentialsFile, type StoredLogin } from './credentials-file.js';
import { readPassword, type PasswordOptions } from './passwords.js';
import { sessionLogin } from './session-login.js';
import { DEFAULT_URL, parseServiceUrl } from './service-url.js';

/** So that it does not expire on its way. */
const RENEW_BEFORE_MS = 60_000;

export type Credentials = NonNullable<ClientOptions['credentials']>;
export type PasswordCredentials = Extract<Credentials, { username: string }>;

/** Which service a command is for, and as whom it calls it. */
export class Login {
  readonly stored: CredentialsFile;
  private known: Promise<string> | undefined;

  constructor(
    private readonly terminal: Terminal,
    private readonly urlOption: string | undefined,
  ) {
    this.stored = new CredentialsFile(terminal.env);
  }

  /** `--url`, TESSERA_URL, the service of the last login, or this machine. */
  url(): Promise<string> {
    return (this.known ??= this.findUrl());
  }

  /** A client that authenticates. @throws CommandFailure `notLoggedIn` where there is nothing to do it by. */
  async client(): Promise<TesseraClient> {
    return this.clientOf(await this.credentials());
  }

  /** A client for what takes a password alone, such as named tokens. */
  async passwordClient(options: PasswordOptions): Promise<TesseraClient> {
    return this.clientOf(await this.passwordCredentials(options));
  }

  /** A client for what anyone may call. */
  anonymousClient(): Promise<TesseraClient> {
    return this.clientOf(undefined);
  }

  /** @throws CommandFailure `notLoggedIn`. */
  async credentials(): Promise<Credentials> {
    const { TESSERA_TOKEN, TESSERA_USERNAME, TESSERA_PASSWORD } = this.terminal.env;
    if (TESSERA_TOKEN) return { token: TESSERA_TOKEN.trim() };
    if (TESSERA_USERNAME && TESSERA_PASSWORD) return { username: TESSERA_USERNAME, password: TESSERA_PASSWORD };
    const login = await this.storedLogin();
    if (login) return { token: await this.currentToken(login) };
    throw new CommandFailure(
      EXIT.notLoggedIn,
      `Not logged in at ${await this.url()}: run \`tessera login\`, or set TESSERA_TOKEN, or TESSERA_USERNAME and TESSERA_PASSWORD.`,
    );
  }

  /** Whoever logged in, by their password: the name is known, so it is not asked for. */
  async passwordCredentials(options: PasswordOptions): Promise<PasswordCredentials> {
    const username = this.terminal.env.TESSERA_USERNAME ?? (await this.storedLogin())?.username;
    if (!username) throw usageFault('Whose password? Set TESSERA_USERNAME, or run `tessera login` first.');
    return { username, password: await readPassword(this.terminal, options, username) };
  }

  async storedLogin(): Promise<StoredLogin | undefined> {
    return this.stored.find(await this.url());
  }

  /** The access token of a session is replaced shortly before it expires. */
  private async currentToken(login: StoredLogin): Promise<string> {
    const { username, refreshToken, expiresAt } = login;
    if (!refreshToken || !expiresAt || Date.parse(expiresAt) - Date.now() > RENEW_BEFORE_MS) return login.token;
    const client = await this.anonymousClient();
    const called = client.POST('/v1/token-refresh', { body: { username, refresh_token: refreshToken } });
    const tokens = await dataOf(called).catch((error: unknown) => {
      if (!(error instanceof ProblemError) || error.status !== 401) throw error;
      throw new CommandFailure(EXIT.notLoggedIn, 'The login has ended: run `tessera login`.');
    });
    const renewed = sessionLogin(username, tokens, login);
    await this.stored.renew(await this.url(), renewed);
    return renewed.token;
  }

  /** A client that authenticates by these. */
  async clientOf(credentials: Credentials | undefined): Promise<TesseraClient> {
    return createClient({ baseUrl: await this.url(), ...(credentials && { credentials }) });
  }

  private async findUrl(): Promise<string> {
    if (this.urlOption !== undefined) return parseServiceUrl(this.urlOption, '--url');
    const { TESSERA_URL } = this.terminal.env;
    if (TESSERA_URL) return parseServiceUrl(TESSERA_URL, 'TESSERA_URL');
    return (await this.stored.currentUrl()) ?? DEFAULT_URL;
  }
}

// The service as it is in production.
import { setTimeout as delay } from 'node:timers/promises';
import { serveActions } from './processes.mjs';

process.env.NODE_ENV = 'development';
const { authenticatedAs, SYSTEM } = await import('../dist/common/actor.js');
const { v7: uuidV7 } = await import('uuid');
const { Config } = await import('../dist/config/config.js');
const { readConfig } = await import('../dist/config/read-config.js');
const { ContextsService } = await import('../dist/contexts/contexts.service.js');
const { ContextTokensService } = await import('../dist/contexts/context-tokens.service.js');
const { createApplication } = await import('../dist/serve.js');
const { SessionsService } = await import('../dist/sessions/sessions.service.js');
const { SettingsService } = await import('../dist/settings/settings.service.js');
const { SigningKeysService } = await import('../dist/signing-keys/signing-keys.service.js');
const { JwtFormat } = await import('../dist/tokens/jwt-format.js');
const { TokensService } = await import('../dist/tokens/tokens.service.js');
const { UsersService } = await import('../dist/users/users.service.js');

const LIFETIME_SECONDS = 86_400;
const AT_ONCE = 200;
let app;
let tokens;

async function many(count, issue) {
  const issued = [];
  while (issued.length < count) {
    issued.push(...(await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - issued.length) }, issue))));
  }
  return issued;
}

serveActions({
  async start(settings) {
    const config = readConfig({ LOG_LEVEL: 'error', ...settings });
    app = await createApplication(new Config(config), false);
    await app.init();
    await app.listen(Number(settings.PORT), '127.0.0.1');
    tokens = app.get(TokensService);
  },

  /** The resident memory in MB, after a garbage collection. */
  memory() {
    globalThis.gc();
    return process.memoryUsage().rss / 2 ** 20;
  },

  /** @returns the principal that tokens are issued to. */
  async createUser(username, password) {
    const user = await app
      .get(UsersService)
      .createUser(SYSTEM, { username, password, passwordIsTemporary: false, role: 'service' });
    const { id: userId, role, passwordVersion } = user;
    return { userId, username, role, authenticatedBy: 'password', passwordVersion };
  },

  issue: (owner, count) => many(count, () => tokens.issue(authenticatedAs(SYSTEM, owner), 'login', LIFETIME_SECONDS)),

  /** Signs tokens as `issue` does, but without rows in the database, which verification does not read. */
  async sign(owner, count) {
    const format = app.get(JwtFormat);
    const key = await app.get(SigningKeysService).current();
    const issuedAt = new Date();
    const expiresAt = new Date(issuedAt.getTime() + LIFETIME_SECONDS * 1000);
    return Array.from({ length: count }, () =>
      format.sign({ id: uuidV7(), idx: 0, kind: 'login', issuedAt, expiresAt, ...owner }, key),
    );
  },

  async issueContextTokens(owner, count) {
    const code = process.pid;
    await app.get(ContextsService).createContext(SYSTEM, { code, name: `bench-${code}`, description: null });
    const service = app.get(ContextTokensService);
    const actor = authenticatedAs(SYSTEM, owner);
    return many(count, () => service.create(actor, owner.userId, { names: [], codes: [code] }));
  },

  /**
   * Creates users with one password, and opens a session for each. No limit of tokens is reached by what they issue.
   * @returns each as `{ username, password, refreshToken }`.
   */
  async createIssuingUsers(count, password) {
    await app.get(SettingsService).update(SYSTEM, { maxTokensPerUser: 1_000_000 });
    const [users, sessions] = [app.get(UsersService), app.get(SessionsService)];
    let number = 0;
    return many(count, async () => {
      const username = `issuing${process.pid}-${number++}`;
      const given = { username, password, passwordIsTemporary: false, role: 'service' };
      const { id: userId, role, passwordVersion } = await users.createUser(SYSTEM, given);
      const principal = { userId, username, role, authenticatedBy: 'password', passwordVersion };
      const { refreshToken } = await sessions.logIn(authenticatedAs(SYSTEM, principal));
      return { username, password, refreshToken };
    });
  },

  revoke: (token) => tokens.revokeByText(SYSTEM, token),

  /** Returns as soon as the token is not active any more on this instance. */
  async untilRefused(token) {
    while (await tokens.introspect(token)) await delay(1);
  },
});

import { PASSWORD, type TestResponse, type TestApp, type TestUser } from '../support/test-app.js';
import type { TestDatabase } from '../support/test-database.js';
import { act, after, AS_ADMIN, NEW_PASSWORD, type ActBuilder, type Acts } from './act-builder.js';
import { registryActs } from './registry-acts.js';

/** Of the endpoints of our own. */
export function operatorActs(builder: ActBuilder, database: TestDatabase): Acts {
  const { app } = builder;
  let codes = 100;
  const newContext = async (): Promise<number> => {
    const code = codes++;
    await app.call('POST', '/admin/contexts', { headers: AS_ADMIN, json: { code, name: `context${code}` } });
    return code;
  };
  const newest = async (user: TestUser, where = 'true'): Promise<{ id: string; sessionId: string }> => {
    const rows = await database.query<{ id: string; sessionId: string }>(
      `SELECT id, session_id AS "sessionId" FROM tokens WHERE user_id = $1 AND ${where} ORDER BY id DESC LIMIT 1`,
      [user.id],
    );
    return rows[0]!;
  };
  const patch = (json: object) => (user: Pick<TestUser, 'id'>) =>
    app.call('PATCH', `/admin/users/${user.id}`, { headers: AS_ADMIN, json });
  return {
    'OAuth2Controller.introspect': [
      act(200, [], 'changes nothing', () =>
        app.call('POST', '/oauth2/introspect', { headers: AS_ADMIN, json: { token: 'x'.repeat(43) } }),
      ),
    ],
    'OAuth2Controller.revoke': [
      ...Object.entries(builder.tokens).map(([kind, issue]) =>
        after(200, `${kind === 'session_refresh' ? 'session.ended' : 'token.revoked'} by user`, kind, async () => {
          const token = await issue(await builder.newUser());
          return () => builder.revoke(token);
        }),
      ),
      act(200, [], 'an unknown token', () => builder.revoke('x'.repeat(43))),
      after(200, [], 'a revoked token', async () => {
        const token = await app.logIn(await builder.newUser());
        await builder.revoke(token);
        return () => builder.revoke(token);
      }),
    ],
    'SettingsController.update': [
      after(200, 'settings.changed by root', 'one setting', () =>
        Promise.resolve(() =>
          app.call('PATCH', '/admin/settings', { headers: AS_ADMIN, json: { v1AccessTokenSeconds: 3600 } }),
        ),
      ),
      act(400, [], 'out of range', () =>
        app.call('PATCH', '/admin/settings', { headers: AS_ADMIN, json: { v1AccessTokenSeconds: 1 } }),
      ),
    ],
    'UsersController.create': [
      act(201, 'user.created by root', 'a user', () =>
        app.call('POST', '/admin/users', {
          headers: AS_ADMIN,
          json: { username: 'created', password: PASSWORD, role: 'viewer' },
        }),
      ),
      builder.on(409, [], 'a name that is taken', ({ username }) =>
        app.call('POST', '/admin/users', { headers: AS_ADMIN, json: { username, password: PASSWORD, role: 'viewer' } }),
      ),
    ],
    'UsersController.update': [
      builder.on(200, 'user.updated by root', 'another name', patch({ fullName: 'Denis Petrov' })),
      builder.on(200, 'user.updated by root', 'nothing', patch({})),
      builder.on(200, 'user.role_changed by root', 'another role', patch({ role: 'service' })),
      builder.on(200, 'user.disabled by root', 'disabled', patch({ enabled: false })),
      builder.on(
        200,
        'user.temporary_password_set by root',
        'a temporary password',
        patch({ temporaryPassword: NEW_PASSWORD }),
      ),
      after(200, 'user.enabled by root', 'enabled again', async () => {
        const user = await builder.newUser();
        await patch({ enabled: false })(user);
        return () => patch({ enabled: true })(user);
      }),
      builder.on(
        200,
        ['user.role_changed by root', 'user.disabled by root', 'user.updated by root'],
        'three acts at once',
        patch({ role: 'service', enabled: false, fullName: 'Off' }),
      ),
      after(409, [], 'the last admin', async () => {
        const [root] = await database.query<{ id: number }>("SELECT id FROM users WHERE username = 'root'");
        return () => patch({ enabled: false })(root!);
      }),
    ],
    'ContextRightsController.setAllowed': [
      builder.on(200, 'user.contexts_changed by root', 'limited contexts', ({ id }) =>
        app.call('PUT', `/admin/users/${id}/contexts`, { headers: AS_ADMIN, json: { allowed: [] } }),
      ),
      builder.on(400, [], 'an unknown context', ({ id }) =>
        app.call('PUT', `/admin/users/${id}/contexts`, { headers: AS_ADMIN, json: { allowed: ['Nope'] } }),
      ),
    ],
    'UsersController.delete': [
      builder.on(204, 'user.deleted by root', 'a user', ({ id }) =>
        app.call('DELETE', `/admin/users/${id}`, { headers: AS_ADMIN }),
      ),
    ],
    'UsersController.revokeTokens': [
      builder.on(200, 'tokens.revoked_of_user by root', 'all of a user', ({ id }) =>
        app.call('POST', `/admin/users/${id}/revoke-tokens`, { headers: AS_ADMIN }),
      ),
    ],
    ...registryActs(builder, newest),
    'ContextsController.create': [
      act(201, 'context.created by root', 'a context', () =>
        app.call('POST', '/admin/contexts', { headers: AS_ADMIN, json: { code: 90, name: 'Ninety' } }),
      ),
      act(409, [], 'a code that is taken', () =>
        app.call('POST', '/admin/contexts', { headers: AS_ADMIN, json: { code: 1, name: 'One' } }),
      ),
    ],
    'ContextsController.update': [
      after(200, 'context.updated by root', 'a context', async () => {
        const code = await newContext();
        const json = { description: 'described' };
        return () => app.call('PATCH', `/admin/contexts/${code}`, { headers: AS_ADMIN, json });
      }),
    ],
    'ContextsController.delete': [
      after(204, 'context.deleted by root', 'a context', async () => {
        const code = await newContext();
        return () => app.call('DELETE', `/admin/contexts/${code}`, { headers: AS_ADMIN });
      }),
    ],
    'IncidentsController.create': [
      ...(['suspend', 'revoke', 'restore'] as const).map((action) =>
        after(202, [`tokens.${PAST[action]}_by_match by root`, 'incident.ended by system'], action, async () => {
          const { id: userId } = await builder.newUser();
          return () => beginIncident(app, { match: { userId }, action, reason: 'A leak', expect: 0 });
        }),
      ),
      builder.on(200, [], 'a dry run', ({ id: userId }) =>
        beginIncident(app, { match: { userId }, action: 'revoke', dryRun: true }),
      ),
      builder.on(409, [], 'another number than expected', ({ id: userId }) =>
        beginIncident(app, { match: { userId }, action: 'revoke', reason: 'A leak', expect: 1 }),
      ),
    ],
    'SigningKeysController.rotate': [
      after(200, 'key.rotated by root', 'the keys', () => {
        app.clock.advanceSeconds(600);
        return Promise.resolve(() => app.call('POST', '/admin/signing-keys/rotate', { headers: AS_ADMIN }));
      }),
      act(409, [], 'too early', () => app.call('POST', '/admin/signing-keys/rotate', { headers: AS_ADMIN })),
    ],
    'SigningKeysController.revoke': [
      after(200, ['key.revoked by root', 'tokens.revoked_of_key by root'], 'the current key', async () => {
        await app.logIn(await builder.newUser());
        const id = await keyOf(app, 'current');
        return () => revokeKey(app, id);
      }),
      after(200, ['key.revoked by root', 'key.published by system'], 'the next key', async () => {
        const id = await keyOf(app, 'next');
        return () => revokeKey(app, id);
      }),
      after(409, [], 'a key that is revoked', async () => {
        const id = await keyOf(app, 'revoked');
        return () => revokeKey(app, id);
      }),
      act(404, [], 'an unknown key', () => revokeKey(app, 999)),
    ],
  };
}

const PAST = { suspend: 'suspended', revoke: 'revoked', restore: 'restored' } as const;

function beginIncident(app: TestApp, json: object): Promise<TestResponse> {
  return app.call('POST', '/admin/revocations', { headers: AS_ADMIN, json });
}

async function keyOf(app: TestApp, state: string): Promise<number> {
  const { body } = await app.call('GET', '/admin/signing-keys', { headers: AS_ADMIN });
  return (body as { items: { id: number; state: string }[] }).items.find((key) => key.state === state)!.id;
}

function revokeKey(app: TestApp, id: number): Promise<TestResponse> {
  return app.call('POST', `/admin/signing-keys/${id}/revoke`, { headers: AS_ADMIN, json: { reason: 'It leaked' } });
}

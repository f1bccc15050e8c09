import { ADD, CHANGE, issueContextToken } from '../support/context-tokens.js';
import { bearer, PASSWORD } from '../support/test-app.js';
import { act, after, AS_ADMIN, by, type ActBuilder, type Acts } from './act-builder.js';

/** Of api2, v1alpha and authtokens. */
export function familyActs(builder: ActBuilder): Acts {
  const { app } = builder;
  return {
    'Api2Controller.createToken': [
      builder.on(200, 'token.issued by user', 'a login', ({ username, password }) =>
        app.call('POST', '/api2/tokens', { json: { username, password } }),
      ),
      builder.on(401, 'login.refused by anonymous', 'a wrong password', ({ username }) =>
        app.call('POST', '/api2/tokens', { json: { username, password: 'Wrong-password' } }),
      ),
      act(401, 'login.refused by anonymous', 'an unknown user', () =>
        app.call('POST', '/api2/tokens', { json: { username: 'nobody', password: 'Wrong-password' } }),
      ),
    ],
    'Api2Controller.invalidateTokens': [
      after(200, 'tokens.revoked_of_user by user', 'all logins', async () => {
        const token = await app.logIn(await builder.newUser());
        return () => app.call('DELETE', '/api2/tokens', { headers: bearer(token) });
      }),
    ],
    'Api2Controller.setTimeout': [
      after(200, 'settings.changed by root', 'another timeout', async () => {
        const headers = bearer(await app.logIn({ id: 0, username: 'root', password: PASSWORD }));
        return () => app.call('PUT', '/api2/token/timeout', { headers, json: { timeout_seconds: 3600 } });
      }),
    ],
    'V1alphaController.create': [
      builder.on(201, 'token.issued by user', 'a named token', (user) => builder.nameToken(user, 'mine')),
      builder.on(400, [], 'a blank description', (user) => builder.nameToken(user, ' ')),
      after(400, [], 'a description that is taken', async () => {
        const user = await builder.newUser();
        await builder.nameToken(user, 'named');
        return () => builder.nameToken(user, 'named');
      }),
    ],
    'V1alphaController.delete': [
      after(200, 'token.revoked by user', 'a named token', async () => {
        const user = await builder.newUser();
        const { body } = await builder.nameToken(user, 'named');
        const { jwt_token_id } = body as { jwt_token_id: string };
        return () => app.call('DELETE', `/api/v1alpha/token/${jwt_token_id}`, { headers: by(user) });
      }),
      builder.on(404, [], 'none', (user) =>
        app.call('DELETE', '/api/v1alpha/token/01980000-0000-7000-8000-000000000000', { headers: by(user) }),
      ),
    ],
    'AuthtokensController.create': [
      builder.on(201, 'token.issued by user', 'a context token', (user) =>
        app.call('POST', '/api/authtokens', { headers: by(user), json: { userId: user.id, context: [ADD] } }),
      ),
      builder.on(400, [], 'an unknown context', (user) =>
        app.call('POST', '/api/authtokens', { headers: by(user), json: { userId: user.id, context: ['Nothing'] } }),
      ),
    ],
    'AuthtokensController.update': [
      after(204, 'token.changed by user', 'other contexts', async () => {
        const user = await builder.newUser();
        const token = await issueContextToken(app, user);
        return () => app.call('PUT', '/api/authtokens', { headers: by(user), json: { token, context: [CHANGE] } });
      }),
    ],
    'AuthtokensController.revoke': [
      after(204, 'token.revoked by user', 'a context token', async () => {
        const user = await builder.newUser();
        const token = await issueContextToken(app, user);
        return () => app.call('DELETE', '/api/authtokens', { headers: by(user), json: { token } });
      }),
    ],
    'AuthtokensController.list': [
      act(200, 'tokens.listed by root', 'by an admin', () =>
        app.call('GET', '/api/authtokens/json', { headers: AS_ADMIN }),
      ),
      builder.on(200, [], 'by a user', (user) => app.call('GET', '/api/authtokens/json', { headers: by(user) })),
    ],
  };
}

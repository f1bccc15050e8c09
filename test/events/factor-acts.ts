import { Authenticator, challengeOf, respond, setUpFactor } from '../support/authenticator.js';
import type { TestUser } from '../support/test-app.js';
import type { TestDatabase } from '../support/test-database.js';
import { after, AS_ADMIN, spending, type ActBuilder, type Acts } from './act-builder.js';

/** Of second factors. */
export function factorActs(builder: ActBuilder, database: TestDatabase): Acts {
  const { app, v1 } = builder;
  const withFactor = async (): Promise<{ user: TestUser; factor: Authenticator }> => {
    const user = await builder.newUser();
    return { user, factor: await setUpFactor(app, user) };
  };
  const begun = async (): Promise<{ access_token: string; factor: Authenticator }> => {
    const { access_token } = await v1.logIn(await builder.newUser());
    const { body } = await v1.call('associate-software-token', { access_token });
    return { access_token, factor: new Authenticator(app, (body as { secret_code: string }).secret_code) };
  };
  const setRequired = ({ id }: TestUser, required: boolean) =>
    app.call('PUT', `/admin/users/${id}/second-factor`, { headers: AS_ADMIN, json: { required } });
  return {
    'V1FactorsController.associate': [
      after(200, 'user.second_factor_begun by user', 'an app', async () => {
        const { access_token } = await v1.logIn(await builder.newUser());
        return () => v1.call('associate-software-token', { access_token });
      }),
      builder.on(401, [], 'an unknown session', () => v1.call('associate-software-token', { session: 'x' })),
    ],
    'V1FactorsController.verify': [
      after(200, 'user.second_factor_enabled by user', 'the right code', async () => {
        const { access_token, factor } = await begun();
        return () => v1.call('verify-software-token', { access_token, user_code: factor.code() });
      }),
      after(401, [], 'a wrong code', async () => {
        const { access_token, factor } = await begun();
        return () => v1.call('verify-software-token', { access_token, user_code: factor.wrongCode() });
      }),
    ],
    'V1FactorsController.respond': [
      spending(
        after(200, 'session.opened by user', 'the right code', async () => {
          const { user, factor } = await withFactor();
          const session = await challengeOf(app, user);
          return () => respond(app, user, session, { software_token_mfa_code: factor.code(1) });
        }),
      ),
      spending(
        after(401, 'login.refused by anonymous', 'a wrong code', async () => {
          const { user, factor } = await withFactor();
          const session = await challengeOf(app, user);
          return () => respond(app, user, session, { software_token_mfa_code: factor.wrongCode() });
        }),
      ),
      after(200, ['user.recovery_code_used by user', 'session.opened by user'], 'a recovery code', async () => {
        const { user, factor } = await withFactor();
        const session = await challengeOf(app, user);
        return () => respond(app, user, session, { recovery_code: factor.recoveryCodes[0]! });
      }),
      spending(
        after(200, 'session.opened by user', 'after a factor was set up', async () => {
          const user = await builder.newUser();
          await database.query('UPDATE users SET second_factor_required = true WHERE id = $1', [user.id]);
          const session = await challengeOf(app, user, 'MFA_SETUP');
          const { body } = await v1.call('associate-software-token', { session });
          const { secret_code, session: next } = body as { secret_code: string; session: string };
          const user_code = new Authenticator(app, secret_code).code();
          const verified = await v1.call('verify-software-token', { session: next, user_code });
          const { session: done } = verified.body as { session: string };
          const json = { challenge_name: 'MFA_SETUP', session: done, username: user.username };
          return () => v1.call('respond-to-auth-challenge', json);
        }),
      ),
    ],
    'SecondFactorsController.require': [
      builder.on(200, 'user.second_factor_requirement_changed by root', 'of a user', (user) => setRequired(user, true)),
      builder.on(200, [], 'as it is already', (user) => setRequired(user, false)),
    ],
    'SecondFactorsController.reset': [
      after(204, 'user.second_factor_reset by root', 'of a user who has one', async () => {
        const { user } = await withFactor();
        return () => app.call('DELETE', `/admin/users/${user.id}/second-factor`, { headers: AS_ADMIN });
      }),
      builder.on(204, [], 'of a user who has none', ({ id }) =>
        app.call('DELETE', `/admin/users/${id}/second-factor`, { headers: AS_ADMIN }),
      ),
    ],
    'SecondFactorsController.setRoles': [
      builder.on(200, 'settings.changed by root', 'the roles', () =>
        app.call('PUT', '/admin/second-factors/roles', { headers: AS_ADMIN, json: { roles: ['auditor'] } }),
      ),
    ],
  };
}

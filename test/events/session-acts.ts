import type { SmtpInbox } from '../support/smtp-inbox.js';
import { PASSWORD, type TestResponse, type TestUser } from '../support/test-app.js';
import type { TestDatabase } from '../support/test-database.js';
import { until } from '../support/verification-paths.js';
import { factorActs } from './factor-acts.js';
import { act, after, NEW_PASSWORD, type Act, type ActBuilder, type Acts } from './act-builder.js';

const WRONG_CODE = { confirmation_code: 'AAAAAAAA', password: NEW_PASSWORD };

const later = (act: Act): Act => ({ ...act, isDoneLater: true });

/** Of v1. */
export function sessionActs(builder: ActBuilder, database: TestDatabase, inbox: SmtpInbox): Acts {
  const withMail = async (): Promise<TestUser> => {
    const user = await builder.newUser();
    await database.query('UPDATE users SET email = $1 WHERE id = $2', [`${user.username}@example.com`, user.id]);
    return user;
  };
  /** What is recorded after the response is recorded then. */
  const settled = async (response: Promise<TestResponse>): Promise<TestResponse> => {
    const due = `SELECT FROM reset_codes WHERE requests <> '[]' OR refusals <> '[]'`;
    const answered = await response;
    await until(async () => (await database.query(due)).length === 0);
    // The commit may be seen before the instance has heard of it.
    await builder.app.call('GET', '/health/ready');
    return answered;
  };
  return {
    'V1Controller.logIn': [
      builder.on(200, 'session.opened by user', 'a login', ({ username, password }) =>
        builder.v1.call('login', { username, password }),
      ),
      after(200, 'login.challenged by user', 'with a temporary password', async () => {
        const { username, password } = await builder.newUser(true);
        return () => builder.v1.call('login', { username, password });
      }),
    ],
    ...factorActs(builder, database),
    'V1Controller.refresh': [
      after(200, 'session.refreshed by user', 'a refresh', async () => {
        const user = await builder.newUser();
        const token = await builder.tokens.session_refresh(user);
        return () => builder.v1.refresh(user.username, token);
      }),
      builder.on(401, [], 'an unknown token', ({ username }) => builder.v1.refresh(username, 'x'.repeat(43))),
    ],
    'V1Controller.revoke': [
      after(204, 'session.ended by user', 'a session', async () => {
        const refresh_token = await builder.tokens.session_refresh(await builder.newUser());
        return () => builder.v1.call('token-revoke', { refresh_token });
      }),
    ],
    'V1Controller.forgotPassword': [
      later(
        after(204, 'password_reset.requested by anonymous', 'a user', async () => {
          const { username } = await withMail();
          return () => settled(builder.v1.call('forgot-password', { username }));
        }),
      ),
      act(204, [], 'nobody', () => settled(builder.v1.call('forgot-password', { username: 'no-such-user' }))),
    ],
    'V1Controller.confirmPassword': [
      after(204, 'user.password_reset by anonymous', 'the right code', async () => {
        const { username } = await withMail();
        await builder.v1.call('forgot-password', { username });
        const confirmation_code = await inbox.nextCode(`${username}@example.com`);
        return () =>
          builder.v1.call('forgot-password-confirm', { username, confirmation_code, password: NEW_PASSWORD });
      }),
      later(
        after(401, 'password_reset.refused by anonymous', 'a wrong code', async () => {
          const { username } = await withMail();
          await builder.v1.call('forgot-password', { username });
          await inbox.next(`${username}@example.com`);
          return () => settled(builder.v1.call('forgot-password-confirm', { username, ...WRONG_CODE }));
        }),
      ),
      builder.on(401, [], 'a code that nobody asked for', ({ username }) =>
        settled(builder.v1.call('forgot-password-confirm', { username, ...WRONG_CODE })),
      ),
    ],
    'V1Controller.changePassword': [
      after(204, 'user.password_changed by user', 'a user', async () => {
        const { access_token } = await builder.v1.logIn(await builder.newUser());
        const json = { access_token, previous_password: PASSWORD, proposed_password: NEW_PASSWORD };
        return () => builder.v1.call('change-password', json);
      }),
    ],
    'V1Controller.setNewPassword': [
      after(200, ['user.password_changed by anonymous', 'session.opened by user'], 'a challenge', async () => {
        const user = await builder.newUser(true);
        const { body } = await builder.v1.call('login', { username: user.username, password: user.password });
        const { session } = body as { session: string };
        const json = { session, username: user.username, new_password: NEW_PASSWORD };
        return () => builder.v1.call('new-password-required', json);
      }),
    ],
  };
}

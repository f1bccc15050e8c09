import { byCookie, openConsole, SAME_ORIGIN } from '../support/console-client.js';
import { after, NEW_PASSWORD, type ActBuilder, type Acts } from './act-builder.js';

/** Of the console's sessions. */
export function consoleActs(builder: ActBuilder): Acts {
  const { app } = builder;
  const logIn = (json: object) => app.call('POST', '/console/session', { headers: SAME_ORIGIN, json });
  const open = async () => byCookie(await openConsole(app, await builder.newUser()));
  return {
    'ConsoleSessionController.open': [
      builder.on(201, 'token.issued by user', 'a login', ({ username, password }) => logIn({ username, password })),
      after(403, [], 'with a temporary password', async () => {
        const { username, password } = await builder.newUser(true);
        return () => logIn({ username, password });
      }),
      after(201, ['user.password_changed by user', 'token.issued by user'], 'with another password', async () => {
        const { username, password } = await builder.newUser(true);
        return () => logIn({ username, password, newPassword: NEW_PASSWORD });
      }),
    ],
    'ConsoleSessionController.reauthenticate': [
      after(200, 'token.reauthenticated by user', 'the right password', async () => {
        const user = await builder.newUser();
        const headers = byCookie(await openConsole(app, user));
        const json = { password: user.password };
        return () => app.call('POST', '/console/session/reauthenticate', { headers, json });
      }),
      after(401, 'login.refused by user', 'a wrong password', async () => {
        const headers = await open();
        return () => app.call('POST', '/console/session/reauthenticate', { headers, json: { password: 'wrong' } });
      }),
    ],
    'ConsoleSessionController.end': [
      after(204, 'token.revoked by user', 'a session', async () => {
        const headers = await open();
        return () => app.call('DELETE', '/console/session', { headers });
      }),
    ],
  };
}

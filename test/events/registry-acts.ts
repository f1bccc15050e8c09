import type { TestResponse, TestUser } from '../support/test-app.js';
import { act, after, AS_ADMIN, by, type ActBuilder, type Acts } from './act-builder.js';

const NO_ID = '01890000-0000-7000-8000-000000000000';

type Newest = (user: TestUser, where?: string) => Promise<{ id: string; sessionId: string }>;

/** Of the lists of tokens and sessions. @param newest finds the latest token of a user. */
export function registryActs(builder: ActBuilder, newest: Newest): Acts {
  const { app, tokens } = builder;
  const end = (path: string, headers = AS_ADMIN): Promise<TestResponse> =>
    app.call('DELETE', path, { headers, ...(path.startsWith('/admin') && { json: { reason: 'It leaked' } }) });
  const ofEach = (
    tells: string,
    name: string,
    issue: (user: TestUser) => Promise<unknown>,
    request: (found: { id: string; sessionId: string }, user: TestUser) => Promise<TestResponse>,
  ) =>
    after(204, tells, name, async () => {
      const user = await builder.newUser();
      await issue(user);
      const found = await newest(user, "kind <> 'session_id'");
      return () => request(found, user);
    });
  return {
    'TokensController.end': [
      ofEach('token.revoked by root', 'a token', tokens.context, ({ id }) => end(`/admin/tokens/${id}`)),
      ofEach('session.ended by root', 'a refresh token', tokens.session_refresh, ({ id }) =>
        end(`/admin/tokens/${id}`),
      ),
      act(404, [], 'an unknown one', () => end(`/admin/tokens/${NO_ID}`)),
    ],
    'SessionsController.end': [
      ofEach('session.ended by root', 'a session', tokens.session_refresh, ({ sessionId }) =>
        end(`/admin/sessions/${sessionId}`),
      ),
      act(404, [], 'an unknown one', () => end(`/admin/sessions/${NO_ID}`)),
    ],
    'OwnTokensController.end': [
      ofEach('token.revoked by user', 'a token', tokens.api_key, ({ id }, user) => end(`/me/tokens/${id}`, by(user))),
    ],
    'OwnSessionsController.end': [
      ofEach('session.ended by user', 'a session', tokens.session_refresh, ({ sessionId }, user) =>
        end(`/me/sessions/${sessionId}`, by(user)),
      ),
      after(204, [], 'one that has ended', async () => {
        const user = await builder.newUser();
        await tokens.session_refresh(user);
        const { sessionId } = await newest(user);
        await end(`/me/sessions/${sessionId}`, by(user));
        return () => end(`/me/sessions/${sessionId}`, by(user));
      }),
    ],
  };
}

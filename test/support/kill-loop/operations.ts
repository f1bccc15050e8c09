import { randomBytes } from 'node:crypto';
import { ADD } from '../context-tokens.js';
import type { Call } from '../test-app.js';
import {
  revokeByText,
  deleteNamed,
  deleteContext,
  endSession,
  logOutEverywhere,
  changePassword,
  endEverything,
} from './endings.js';
import { anyOf, asUser, ofKind, type HeldToken, type LoopUser, type Maker, type Operation } from './operation.js';

export function createUser(
  admin: Call['headers'],
  json: { username: string; password: string; role: string },
): Operation {
  const base = { name: 'create a user', method: 'POST', path: '/admin/users', status: 201, action: 'user.created' };
  return { ...base, call: { headers: admin!, json } };
}

const logIn: Maker = ({ username, password }) => ({
  ...{ name: 'issue: api2', method: 'POST', path: '/api2/tokens', status: 200, action: 'token.issued' },
  call: { json: { username, password } },
  gives: ({ token }) => [{ text: token!, kind: 'login' }],
});

const openSession: Maker = ({ username, password }) => ({
  ...{ name: 'issue: v1 login', method: 'POST', path: '/v1/login', status: 200, action: 'session.opened' },
  call: { json: { username, password } },
  gives: (body) => {
    const session = {};
    return [...sessionTokens(body, session), { text: body.refresh_token!, kind: 'session_refresh', session }];
  },
});

const refresh: Maker = (user) => {
  const held = ofKind(user, 'session_refresh');
  return (
    held && {
      ...{ name: 'refresh', method: 'POST', path: '/v1/token-refresh', status: 200, action: 'session.refreshed' },
      call: { json: { username: user.username, refresh_token: held.text } },
      gives: (body) => sessionTokens(body, held.session!),
    }
  );
};

function sessionTokens({ access_token, id_token }: Record<string, string>, session: object): HeldToken[] {
  return [
    { text: access_token!, kind: 'session_access', session },
    { text: id_token!, kind: 'session_id', session },
  ];
}

const issueNamed: Maker = (user) => ({
  ...{ name: 'issue: v1alpha', method: 'POST', path: '/api/v1alpha/token', status: 201, action: 'token.issued' },
  call: {
    headers: asUser(user),
    json: { jwt_token_description: randomBytes(8).toString('hex'), jwt_token_life: '1d' },
  },
  gives: ({ jwt_token, jwt_token_id }) => [{ text: jwt_token!, kind: 'api_key', id: jwt_token_id! }],
});

const issueContext: Maker = (user) => ({
  ...{ name: 'issue: authtokens', method: 'POST', path: '/api/authtokens', status: 201, action: 'token.issued' },
  call: { headers: asUser(user), json: { userId: user.id, context: [ADD] } },
  gives: ({ token }) => [{ text: token!, kind: 'context' }],
});

/** Each as often as its weight says. */
const MAKERS: readonly (readonly [weight: number, maker: Maker])[] = [
  [18, logIn],
  [12, openSession],
  [12, issueNamed],
  [10, issueContext],
  [18, refresh],
  [12, revokeByText],
  [5, deleteNamed],
  [5, deleteContext],
  [3, endSession],
  [2, logOutEverywhere],
  [2, changePassword],
  [1, endEverything],
];
const CHOICES = MAKERS.flatMap(([weight, maker]) => Array<Maker>(weight).fill(maker));

/** An operation that the user can do now. */
export function anyOperation(user: LoopUser, admin: Call['headers']): Operation {
  for (;;) {
    const operation = anyOf(CHOICES)!(user, admin);
    if (operation) return operation;
  }
}

import { randomBytes } from 'node:crypto';
import type { TokenKind } from '../../../src/common/token-kind.js';
import { ADD } from '../context-tokens.js';
import { basic, bearer, type Call } from '../test-app.js';

export interface HeldToken {
  readonly text: string;
  readonly kind: TokenKind;
  /** Of the login that gave it. */
  readonly session?: object;
  /** By which its owner deletes a named token. */
  readonly id?: string;
}

export interface LoopUser {
  readonly id: number;
  readonly username: string;
  password: string;
  tokens: HeldToken[];
}

/** One request that changes something. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly call: Call;
  /** The status of its success. */
  readonly status: number;
  /** The one event that the audit log tells of it. */
  readonly action: string;
  /** The tokens that it ends. */
  readonly ends?: readonly HeldToken[];
  /** The tokens that its response gives. */
  readonly gives?: (body: Record<string, string>) => HeldToken[];
  /** What else is so once it is done. */
  readonly done?: () => void;
}

/** Undefined where the user has not what it takes. */
type Maker = (user: LoopUser, admin: Call['headers']) => Operation | undefined;

const LOGIN_KINDS: readonly TokenKind[] = ['login', 'session_access', 'session_id', 'session_refresh'];
const isOfLogin = ({ kind }: HeldToken): boolean => LOGIN_KINDS.includes(kind);
const asUser = ({ username, password }: LoopUser): Record<string, string> => basic(username, password);

/** @returns any of them. */
export function anyOf<T>(items: readonly T[]): T | undefined {
  return items[Math.floor(Math.random() * items.length)];
}

function ofKind({ tokens }: LoopUser, kind: TokenKind): HeldToken | undefined {
  return anyOf(tokens.filter((token) => token.kind === kind));
}

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

const revokeByText: Maker = (user) => {
  const held = anyOf(user.tokens);
  if (!held) return undefined;
  const isSession = held.kind === 'session_refresh';
  return {
    ...{ name: 'revoke: oauth2', method: 'POST', path: '/oauth2/revoke', status: 200 },
    action: isSession ? 'session.ended' : 'token.revoked',
    call: { json: { token: held.text } },
    ends: isSession ? ofSession(user, held) : [held],
  };
};

function ofSession({ tokens }: LoopUser, { session }: HeldToken): HeldToken[] {
  return tokens.filter((token) => token.session === session);
}

const deleteNamed: Maker = (user) => {
  const held = ofKind(user, 'api_key');
  return (
    held && {
      ...{ name: 'revoke: v1alpha', method: 'DELETE', status: 200, action: 'token.revoked' },
      path: `/api/v1alpha/token/${held.id!}`,
      call: { headers: asUser(user) },
      ends: [held],
    }
  );
};

const deleteContext: Maker = (user) => {
  const held = ofKind(user, 'context');
  return (
    held && {
      ...{
        name: 'revoke: authtokens',
        method: 'DELETE',
        path: '/api/authtokens',
        status: 204,
        action: 'token.revoked',
      },
      call: { headers: asUser(user), json: { token: held.text } },
      ends: [held],
    }
  );
};

const endSession: Maker = (user) => {
  const held = ofKind(user, 'session_refresh');
  return (
    held && {
      ...{ name: 'revoke: v1 session', method: 'POST', path: '/v1/token-revoke', status: 204, action: 'session.ended' },
      call: { json: { refresh_token: held.text } },
      ends: ofSession(user, held),
    }
  );
};

const logOutEverywhere: Maker = (user) => {
  const held = ofKind(user, 'login');
  return (
    held && {
      ...{ name: 'logout everywhere', method: 'DELETE', path: '/api2/tokens', status: 200 },
      action: 'tokens.revoked_of_user',
      call: { headers: bearer(held.text) },
      ends: user.tokens.filter(isOfLogin),
    }
  );
};

const changePassword: Maker = (user) => {
  const held = ofKind(user, 'session_access');
  if (!held) return undefined;
  const next = `Another-${randomBytes(8).toString('hex')}`;
  return {
    ...{ name: 'password change', method: 'POST', path: '/v1/change-password', status: 204 },
    action: 'user.password_changed',
    call: { json: { access_token: held.text, previous_password: user.password, proposed_password: next } },
    ends: user.tokens.filter((token) => isOfLogin(token) && token.session !== held.session),
    done: () => {
      user.password = next;
    },
  };
};

const endEverything: Maker = (user, admin) => ({
  ...{ name: 'revoke: all of a user', method: 'POST', status: 200, action: 'tokens.revoked_of_user' },
  path: `/admin/users/${user.id}/revoke-tokens`,
  call: { headers: admin! },
  ends: user.tokens,
});

/** The user is of no use after it. */
export const disable = (user: LoopUser, admin: Call['headers']): Operation => ({
  ...{ name: 'disable', method: 'PATCH', path: `/admin/users/${user.id}`, status: 200, action: 'user.disabled' },
  call: { headers: admin!, json: { enabled: false } },
  ends: user.tokens,
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

import { randomBytes } from 'node:crypto';
import type { TokenKind } from '../../../src/common/token-kind.js';
import { bearer, type Call } from '../test-app.js';
import { anyOf, asUser, ofKind, type HeldToken, type LoopUser, type Maker, type Operation } from './operation.js';

const LOGIN_KINDS: readonly TokenKind[] = ['login', 'session_access', 'session_id', 'session_refresh'];
const isOfLogin = ({ kind }: HeldToken): boolean => LOGIN_KINDS.includes(kind);

export const revokeByText: Maker = (user) => {
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

export const deleteNamed: Maker = (user) => {
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

export const deleteContext: Maker = (user) => {
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

export const endSession: Maker = (user) => {
  const held = ofKind(user, 'session_refresh');
  return (
    held && {
      ...{ name: 'revoke: v1 session', method: 'POST', path: '/v1/token-revoke', status: 204, action: 'session.ended' },
      call: { json: { refresh_token: held.text } },
      ends: ofSession(user, held),
    }
  );
};

export const logOutEverywhere: Maker = (user) => {
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

export const changePassword: Maker = (user) => {
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

export const endEverything: Maker = (user, admin) => ({
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

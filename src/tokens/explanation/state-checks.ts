import { TOKEN_KIND_RULES, type TokenKind } from '../../common/token-kind.js';
import type { TokenState } from '../../database/repositories/token-state.repository.js';
import { check, type Check } from './explanation.js';

/** What keeps a token from being accepted that has not expired; undefined where nothing does. */
export function endOf({ revokedAt, isSuspended }: TokenState): string | undefined {
  if (revokedAt) return `Revoked at ${revokedAt.toISOString()}`;
  return isSuspended ? 'Suspended, until an operator restores it' : undefined;
}

/** Of an opaque token, which is what its row says. */
export function checksOfState(state: TokenState, now: Date): Check[] {
  const { issuedAt, expiresAt } = state;
  const end = endOf(state);
  const span = `Issued at ${issuedAt.toISOString()}`;
  return [
    check('form', true, `An opaque text of the kind ${state.kind} that we issued`, ''),
    check(
      'times',
      expiresAt === null || expiresAt > now,
      expiresAt ? `${span}, expires at ${expiresAt.toISOString()}` : `${span}, does not expire`,
      `Expired at ${expiresAt?.toISOString()}`,
    ),
    check('revocation', end === undefined, 'Neither revoked nor suspended', end ?? ''),
    ...checksOfOwner(state),
  ];
}

/** Of the owner, what they are allowed, and what the kind is good for. */
export function checksOfOwner(state: TokenState): Check[] {
  const { kind, userId, username, ownerEnabled, revokedAt } = state;
  const whose = username === null ? `The owner, user ${userId},` : `The owner, ${username} (user ${userId}),`;
  return [
    check(
      'owner',
      ownerEnabled === true,
      `${whose} is enabled`,
      `${whose} ${ownerEnabled === null ? 'was deleted' : 'is disabled'}`,
    ),
    // A context token that is revoked has lost its contexts.
    ...(kind === 'context' && !revokedAt ? [contextCheck(state)] : []),
    useCheck(kind),
  ];
}

/** Active all the same where it is valid for no context: verification refuses it for each. */
function contextCheck({ contexts, forbidden }: TokenState): Check {
  const valid = contexts.filter((name) => !forbidden.includes(name));
  const denied = forbidden.length === 0 ? '' : `; its owner is not allowed ${forbidden.join(', ')}`;
  return check('context', true, `Valid for ${valid.length === 0 ? 'no context' : valid.join(', ')}${denied}`, '');
}

function useCheck(kind: TokenKind): Check {
  if (kind === 'context') return check('use', true, 'Services that name one of its contexts accept it', '');
  return TOKEN_KIND_RULES[kind].bearer
    ? check('use', true, `Services accept the kind ${kind} as a bearer token`, '')
    : check('use', true, `Services never accept the kind ${kind} as a bearer token`, '');
}

import { tokenTarget, type EventChanges, type SecurityEvent } from '../common/security-event.js';
import type { TokenKind } from '../common/token-kind.js';
import type { NewToken } from '../database/repositories/inserted-tokens.js';

interface Details {
  /** What the owner calls it. */
  readonly name?: string;
  /** The codes of the contexts that it is valid for. */
  readonly codes?: readonly number[];
}

/** The reason where a token was revoked by possession of its text (RFC 7009). */
export const REVOKED_BY_BEARER = 'Revoked by whoever holds it';

export function tokenIssued(
  { id, kind, expiresAt }: NewToken,
  userId: number,
  { name, codes }: Details = {},
): SecurityEvent {
  const changes: EventChanges = {
    ...(codes && { codes }),
    ...{ expiresAt: expiresAt?.toISOString() ?? null, kind, userId },
  };
  return { action: 'token.issued', target: tokenTarget(id, name), changes };
}

export function tokenRevoked(
  { id, kind, userId }: { readonly id: string; readonly kind: TokenKind; readonly userId: number },
  name?: string,
): SecurityEvent {
  return { action: 'token.revoked', target: tokenTarget(id, name), changes: { kind, userId } };
}

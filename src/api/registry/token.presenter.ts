import type { ListedSession, ListedToken } from '../../database/repositories/token-list.repository.js';
import { writeTokenCursor } from './token-cursor.js';
import type {
  EnderResponseDto,
  EndedResponseDto,
  OriginResponseDto,
  SessionPageResponseDto,
  SessionResponseDto,
  TokenPageResponseDto,
  TokenResponseDto,
} from './token.dto.js';

/** @param tokens one more than `limit` where there is another page. */
export function presentTokens(tokens: readonly ListedToken[], limit: number): TokenPageResponseDto {
  return { items: tokens.slice(0, limit).map(presentToken), next: nextOf(tokens, limit) };
}

/** @param sessions one more than `limit` where there is another page. */
export function presentSessions(sessions: readonly ListedSession[], limit: number): SessionPageResponseDto {
  return { items: sessions.slice(0, limit).map(presentSession), next: nextOf(sessions, limit) };
}

export function presentToken(token: ListedToken): TokenResponseDto {
  const { id, kind, userId, username, sessionId, description, contexts, keyId } = token;
  return {
    id,
    kind,
    user: { id: userId, username },
    sessionId,
    description,
    contexts: contexts && [...contexts],
    issuedAt: token.issuedAt.toISOString(),
    issuedFrom: originOf(token),
    expiresAt: token.expiresAt?.toISOString() ?? null,
    lastUsedAt: token.usedAt?.toISOString() ?? null,
    lastUsedFrom: token.usedAddress,
    ...endOf(token),
    keyId,
  };
}

function presentSession(session: ListedSession): SessionResponseDto {
  const { userId, username, lastRefreshedAt, refreshes, activeTokens } = session;
  return {
    id: session.sessionId!,
    user: { id: userId, username },
    createdAt: session.issuedAt.toISOString(),
    createdFrom: originOf(session),
    lastRefreshedAt: lastRefreshedAt?.toISOString() ?? null,
    refreshes,
    expiresAt: session.expiresAt!.toISOString(),
    ...endOf(session),
    activeTokens,
  };
}

function originOf({ issuedAddress, issuedUserAgent }: ListedToken): OriginResponseDto {
  return { address: issuedAddress, userAgent: issuedUserAgent };
}

function endOf(token: ListedToken): EndedResponseDto {
  const { status, revokedAt, expiresAt, endedReason } = token;
  if (status === 'revoked') {
    return { status, endedAt: revokedAt!.toISOString(), endedBy: enderOf(token), reason: endedReason };
  }
  if (status !== 'expired') return { status, endedAt: null, endedBy: null, reason: null };
  const endedBy = { kind: 'system', id: null, username: null } as const;
  return { status, endedAt: expiresAt!.toISOString(), endedBy, reason: 'Expired' };
}

function enderOf({ endedByKind, endedById, endedByUsername }: ListedToken): EnderResponseDto | null {
  return endedByKind && { kind: endedByKind, id: endedById, username: endedByUsername };
}

function nextOf(tokens: readonly ListedToken[], limit: number): string | null {
  const last = tokens[limit - 1];
  return tokens.length > limit && last ? writeTokenCursor(last) : null;
}

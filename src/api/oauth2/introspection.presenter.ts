import type { ActiveToken } from '../../tokens/active-token.js';
import type { IntrospectionResponseDto } from './dto/responses.dto.js';

/** @param token undefined for a token that is not active, of which nothing more is said (RFC 7662, section 2.2). */
export function presentIntrospection(token: ActiveToken | undefined, issuer: string): IntrospectionResponseDto {
  if (!token) return { active: false };
  const { userId, username, role, issuedAt, expiresAt, id, kind, clientId, contexts } = token;
  return {
    active: true,
    sub: String(userId),
    username,
    role,
    iat: issuedAt,
    ...(expiresAt !== null && { exp: expiresAt }),
    jti: id,
    iss: issuer,
    token_type: token.opensServices ? 'Bearer' : 'N_A',
    token_kind: kind,
    ...(clientId !== undefined && { client_id: clientId }),
    ...(contexts && { scope: contexts.join(' ') }),
  };
}

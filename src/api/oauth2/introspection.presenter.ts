import type { ActiveToken } from '../../tokens/active-token.js';
import type { IntrospectionResponseDto } from './dto/responses.dto.js';

/** @param token undefined for a token that is not active, of which nothing more is said (RFC 7662, section 2.2). */
export function presentIntrospection(token: ActiveToken | undefined, issuer: string): IntrospectionResponseDto {
  if (!token) return { active: false };
  const { userId, username, role, issuedAt, expiresAt, id, kind, clientId, contexts } = token;
  const response: IntrospectionResponseDto = {
    active: true,
    sub: String(userId),
    username,
    role,
    iat: issuedAt,
    jti: id,
    iss: issuer,
    token_type: token.opensServices ? 'Bearer' : 'N_A',
    token_kind: kind,
  };
  if (expiresAt !== null) response.exp = expiresAt;
  if (clientId !== undefined) response.client_id = clientId;
  if (contexts) response.scope = contexts.join(' ');
  return response;
}

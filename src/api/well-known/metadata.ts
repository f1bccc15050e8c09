import type { MetadataResponseDto } from './dto/responses.dto.js';

/**
 * RFC 8414, section 2. The password logins are no grants of OAuth and have no token endpoint, so there is neither; an
 * absent `grant_types_supported` would mean two grants that do not exist either.
 */
export function metadataOf(issuer: string): MetadataResponseDto {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: [],
    grant_types_supported: [],
    introspection_endpoint: `${issuer}/oauth2/introspect`,
    introspection_endpoint_auth_methods_supported: ['client_secret_basic', 'Bearer'],
    revocation_endpoint: `${issuer}/oauth2/revoke`,
    revocation_endpoint_auth_methods_supported: ['none'],
    revocation_events_endpoint: `${issuer}/revocations/events`,
    service_documentation: `${issuer}/docs`,
  };
}

import type { ApiKeyRequest } from '../../api-keys/api-keys.service.js';
import type { CreateNamedTokenDto } from './dto/create-token.dto.js';
import { readLifetime } from './lifetime.js';

/** The token that a body asks for, which says its id and description in the document's words. */
export function apiKeyOf({ jwt_token_description: description, jwt_token_life }: CreateNamedTokenDto): ApiKeyRequest {
  return {
    description,
    lifetimeSeconds: readLifetime(jwt_token_life),
    claims: (id) => ({ jwt_token_id: id, jwt_token_description: description }),
  };
}

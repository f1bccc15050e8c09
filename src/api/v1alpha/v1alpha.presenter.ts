import type { ApiKey, IssuedApiKey } from '../../api-keys/api-keys.service.js';
import { AppError } from '../../common/app-error.js';
import type {
  NamedTokenResponseDto,
  NamedTokenIssuedResponseDto,
  NamedTokenListResponseDto,
} from './dto/responses.dto.js';

export function presentGenerated({
  id,
  secret,
  description,
  lifetimeSeconds,
}: IssuedApiKey): NamedTokenIssuedResponseDto {
  return {
    message: 'Token generated',
    jwt_token_id: id,
    jwt_token: secret,
    jwt_token_description: description,
    jwt_token_life: lifetimeSeconds,
  };
}

/**
 * The document's `jwt_token_remaining_life` here is `jwt_token_life_remaining` in `presentDetails`.
 * @throws AppError `no_api_keys`: the document has 404 where there is none.
 */
export function presentList(keys: readonly ApiKey[]): NamedTokenListResponseDto {
  if (keys.length === 0) throw new AppError('no_api_keys', 'The user has no named tokens');
  const tokens = keys.map(({ id, description, lifetimeSeconds, remainingSeconds }) => [
    id,
    {
      jwt_token_description: description,
      jwt_token_life: lifetimeSeconds,
      jwt_token_remaining_life: remainingSeconds,
    },
  ]);
  return {
    message: 'Tokens exists',
    jwt_tokens: Object.fromEntries(tokens) as NamedTokenListResponseDto['jwt_tokens'],
  };
}

export function presentDetails({ description, lifetimeSeconds, remainingSeconds }: ApiKey): NamedTokenResponseDto {
  return {
    message: 'Tokens exists',
    jwt_token_description: description,
    jwt_token_life: lifetimeSeconds,
    jwt_token_life_remaining: remainingSeconds,
    expiry_status: remainingSeconds > 0 ? 'Valid' : 'Expired',
  };
}

import { Readable } from 'node:stream';
import type { ApiKey } from '../../api-keys/api-key.js';
import type { IssuedApiKey } from '../../api-keys/api-keys.service.js';
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
  return { message: 'Tokens exists', jwt_tokens: presentById(keys) };
}

/** The same, written as fast as it is read; where the pages break off, so does the JSON. */
export function presentLongList(first: readonly ApiKey[], rest: AsyncIterable<readonly ApiKey[]>): Readable {
  return Readable.from(json(first, rest), { objectMode: false });
}

async function* json(first: readonly ApiKey[], rest: AsyncIterable<readonly ApiKey[]>): AsyncGenerator<string> {
  // Without the braces at its end, before which the next page goes on.
  yield JSON.stringify(presentList(first)).slice(0, -2);
  for await (const page of rest) yield `,${JSON.stringify(presentById(page)).slice(1, -1)}`;
  yield '}}';
}

function presentById(keys: readonly ApiKey[]): NamedTokenListResponseDto['jwt_tokens'] {
  const tokens = keys.map(({ id, description, lifetimeSeconds, remainingSeconds }) => [
    id,
    {
      jwt_token_description: description,
      jwt_token_life: lifetimeSeconds,
      jwt_token_remaining_life: remainingSeconds,
    },
  ]);
  return Object.fromEntries(tokens) as NamedTokenListResponseDto['jwt_tokens'];
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

import type { ApiQueryOptions } from '@nestjs/swagger';
import { TOKEN_KINDS } from '../../common/token-kind.js';
import { TOKEN_STATUSES } from '../../common/token-match.js';
import { SESSION_FILTERS } from './token-match-query.js';

const instant = (name: string, description: string): ApiQueryOptions => ({
  name,
  schema: { type: 'string', format: 'date-time' },
  description,
});

/** Describes what `parseTokenMatch` reads. */
export const TOKEN_FILTER_PARAMETERS: (ApiQueryOptions & { readonly name: string })[] = [
  { name: 'kind', type: String, description: `One or several, with commas between, of ${TOKEN_KINDS.join(', ')}.` },
  { name: 'userId', schema: { type: 'integer', minimum: 1 } },
  { name: 'username', type: String },
  { name: 'sessionId', schema: { type: 'string', format: 'uuid' } },
  { name: 'status', enum: TOKEN_STATUSES },
  { name: 'context', type: String, description: 'The name of a context that the token itself lists.' },
  { name: 'description', type: String, description: 'What the owner calls it, to the letter.' },
  instant('issuedAfter', 'Later than this.'),
  instant('issuedBefore', 'Earlier than this.'),
  instant('expiresAfter', 'Later than this; tokens that never expire are not among them.'),
  instant('expiresBefore', 'Earlier than this.'),
  instant('usedAfter', 'Last used later than this.'),
  instant('unusedSince', 'Neither used nor issued since.'),
  {
    name: 'address',
    type: String,
    description: 'Where it was issued to: an address, or a network such as 192.0.2.0/24.',
  },
  { name: 'keyId', schema: { type: 'integer', minimum: 1 }, description: 'The id of the key that signed it.' },
] as (ApiQueryOptions & { readonly name: string })[];

export const SESSION_FILTER_PARAMETERS = TOKEN_FILTER_PARAMETERS.filter(({ name }) => SESSION_FILTERS.includes(name));

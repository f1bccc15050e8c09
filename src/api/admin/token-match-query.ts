import { isIP } from 'node:net';
import { validate as isUuid } from 'uuid';
import { comparableAddress } from '../../common/network.js';
import { TOKEN_KINDS, type TokenKind } from '../../common/token-kind.js';
import { TOKEN_STATUSES, type TokenMatch } from '../../common/token-match.js';
import { normalizeUsername } from '../../common/username.js';
import { invalid, parseInstant, parseOneOf, parseText, type Query } from '../http/query-values.js';

const MAX_ID = 2 ** 31 - 1;
const ADDRESS = 'must be an IP address, or a network such as 192.0.2.0/24';

/** By the name of each filter, how its value is read. Another filter is an entry here and a condition in the repository. */
const FILTERS: Readonly<Record<string, (query: Query) => TokenMatch>> = {
  kind: (query) => ({ kinds: parseKinds(query) }),
  userId: (query) => ({ userId: parseId(query, 'userId') }),
  username: (query) => ({ username: normalizeUsername(parseText(query, 'username')!) }),
  sessionId: (query) => ({ sessionId: parseUuid(query, 'sessionId') }),
  status: (query) => ({ status: parseOneOf(query, 'status', TOKEN_STATUSES)! }),
  context: (query) => ({ context: parseText(query, 'context')! }),
  description: (query) => ({ description: parseText(query, 'description')! }),
  issuedAfter: (query) => ({ issuedAfter: parseInstant(query, 'issuedAfter')! }),
  issuedBefore: (query) => ({ issuedBefore: parseInstant(query, 'issuedBefore')! }),
  expiresAfter: (query) => ({ expiresAfter: parseInstant(query, 'expiresAfter')! }),
  expiresBefore: (query) => ({ expiresBefore: parseInstant(query, 'expiresBefore')! }),
  usedAfter: (query) => ({ usedAfter: parseInstant(query, 'usedAfter')! }),
  unusedSince: (query) => ({ unusedSince: parseInstant(query, 'unusedSince')! }),
  address: (query) => ({ address: parseNetwork(query, 'address') }),
  keyId: (query) => ({ keyId: parseId(query, 'keyId') }),
};

/** The filters of `GET /admin/tokens`, and of the `match` of an incident. */
export const TOKEN_FILTERS = Object.keys(FILTERS);

/** Those of `GET /admin/sessions`, which are about the refresh token of a session. */
export const SESSION_FILTERS = ['userId', 'username', 'status', 'issuedAfter', 'issuedBefore', 'address'];

/** The parameters of a list but those that say which page of it. */
export function filtersOf({ after: _after, limit: _limit, ...filters }: Query): Query {
  return filters;
}

/**
 * Reads a match from the parameters of a query, or from a JSON object, which may have numbers and a list of kinds.
 * @param allowed the filters that may be used; another one is refused, not ignored.
 * @throws AppError `invalid_request` that names the filter.
 */
export function parseTokenMatch(query: Query, allowed: readonly string[] = TOKEN_FILTERS): TokenMatch {
  let match: TokenMatch = {};
  for (const [name, value] of Object.entries(query)) {
    if (!allowed.includes(name)) {
      throw invalid(name, `${name} is not a filter here, only ${allowed.join(', ')}`);
    }
    if (value !== undefined) match = { ...match, ...FILTERS[name]!(query) };
  }
  return match;
}

/** Several stand with commas between, or in a list. */
function parseKinds(query: Query): TokenKind[] {
  const { kind } = query;
  const names: unknown[] = Array.isArray(kind) ? kind : parseText(query, 'kind')!.split(',');
  const kinds = TOKEN_KINDS.filter((known) => names.includes(known));
  if (kinds.length === 0 || !names.every((name) => kinds.some((known) => known === name))) {
    throw invalid('kind', `kind must be one or several of ${TOKEN_KINDS.join(', ')}`);
  }
  return kinds;
}

function parseId(query: Query, name: string): number {
  const value = query[name];
  const id = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  if (typeof id !== 'number' || !Number.isInteger(id) || id < 1 || id > MAX_ID) {
    throw invalid(name, `${name} must be a whole number from 1 to ${MAX_ID}`);
  }
  return id;
}

function parseUuid(query: Query, name: string): string {
  const text = parseText(query, name)!;
  if (!isUuid(text)) throw invalid(name, `${name} must be a UUID`);
  return text.toLowerCase();
}

function parseNetwork(query: Query, name: string): string {
  const [address = '', bits, ...rest] = parseText(query, name)!.split('/');
  const plain = address.includes('%') ? null : comparableAddress(address);
  if (plain === null || rest.length > 0) throw invalid(name, `${name} ${ADDRESS}`);
  if (bits === undefined) return plain;
  const max = isIP(plain) === 4 ? 32 : 128;
  if (plain !== address || !/^\d{1,3}$/.test(bits) || Number(bits) > max) throw invalid(name, `${name} ${ADDRESS}`);
  return `${plain}/${Number(bits)}`;
}

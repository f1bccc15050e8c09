import { STATUS_CODES } from 'node:http';
import type { ErrorDialect } from '../api-family.js';
import { BASIC_OR_BEARER_CHALLENGE, challengeOf } from './challenges.js';
import { BASE_STATUS } from './status-table.js';

/**
 * RFC 9457, for every path that has no documented shape of its own. `code`, `fields`, `tokens` and `matched` are extension
 * members (section 3.2) for programs.
 */
export const problemDetails: ErrorDialect = ({ code, message, details }) => {
  const status = BASE_STATUS[code];
  return {
    status,
    contentType: 'application/problem+json',
    ...challengeOf(code, status, BASIC_OR_BEARER_CHALLENGE),
    body: {
      type: code === 'reauthentication_required' ? 'reauthentication-required' : 'about:blank',
      title: STATUS_CODES[status],
      status,
      detail: message,
      code,
      ...(details.fields && { fields: details.fields }),
      ...(details.tokens !== undefined && { tokens: details.tokens }),
      ...(details.matched !== undefined && { matched: details.matched }),
    },
  };
};

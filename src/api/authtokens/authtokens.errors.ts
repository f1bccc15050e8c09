import type { ErrorDialect } from '../api-family.js';
import { BASIC_OR_BEARER_CHALLENGE, challengeOf } from '../errors/challenges.js';
import { statusTable } from '../errors/status-table.js';

/** The user and the contexts are fields of the body here, never what the path names. */
const STATUS = statusTable({ user_not_found: 400, context_not_found: 400 });

/** `{success: false, message}`. */
export const authtokensDialect: ErrorDialect = ({ code, message }) => {
  const status = STATUS[code];
  return {
    status,
    ...challengeOf(code, status, BASIC_OR_BEARER_CHALLENGE),
    body: { success: false, message },
  };
};

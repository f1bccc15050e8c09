import type { ErrorCode } from '../../common/app-error.js';
import type { ErrorDialect } from '../api-family.js';
import { BASIC_CHALLENGE } from '../errors/challenges.js';
import { statusTable } from '../errors/status-table.js';

/** Whatever keeps a caller out is 401 here. */
const STATUS = statusTable({ password_change_required: 401, second_factor_required: 401 });

const UNAUTHORIZED = 'The server could not verify that you are authorized to access the URL requested.';

/** The document's own texts. */
const TEXT: Partial<Record<ErrorCode, string>> = {
  description_taken_or_blank: 'Token description already exists or is blank',
  no_api_keys: 'Tokens does not exist',
  api_key_not_found: 'Token does not exist, make sure to enter correct token id',
};

/** `{message}`; every failure to authenticate is 401 and begins with the same sentence. */
export const v1alphaDialect: ErrorDialect = ({ code, message }) => {
  const status = STATUS[code];
  return {
    status,
    ...(status === 401 && { headers: { 'www-authenticate': BASIC_CHALLENGE } }),
    body: { message: textOf(code, message) },
  };
};

function textOf(code: ErrorCode, message: string): string {
  if (code === 'password_change_required' || code === 'second_factor_required') return `${UNAUTHORIZED} ${message}.`;
  if (code === 'lifetime_invalid') return `jwt_token_life is wrong. ${message}`;
  return STATUS[code] === 401 ? UNAUTHORIZED : (TEXT[code] ?? message);
}

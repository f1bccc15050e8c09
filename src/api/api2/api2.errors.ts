import { STATUS_CODES } from 'node:http';
import type { ErrorCode } from '../../common/app-error.js';
import { SETTINGS } from '../../settings/settings.js';
import type { ErrorDialect } from '../api-family.js';
import { BEARER_CHALLENGE, challengeOf } from '../errors/challenges.js';
import { statusTable } from '../errors/status-table.js';

/** The document has 400 where there is no `Authorization` header. */
const STATUS = statusTable({ authorization_header_required: 400 });

const { min, max } = SETTINGS.api2TokenSeconds;
const TIMEOUT_OUT_OF_RANGE = `Timeout must be between ${min} and ${max} seconds`;

/** `{statusCode, error, message}`, with the texts of the document where it gives one. */
export const api2Dialect: ErrorDialect = ({ code, message }) => {
  const status = STATUS[code];
  return {
    status,
    ...challengeOf(code, status, BEARER_CHALLENGE),
    body: { statusCode: status, error: STATUS_CODES[status], message: textOf(code, message) },
  };
};

function textOf(code: ErrorCode, message: string): string {
  if (code === 'credentials_missing') return 'Invalid or expired token';
  if (code === 'setting_invalid') return TIMEOUT_OUT_OF_RANGE;
  if (code === 'role_required') return 'Admin role required';
  return message;
}

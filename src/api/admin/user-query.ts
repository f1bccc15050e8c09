import { AppError } from '../../common/app-error.js';
import type { AccountChanges, NewAccount } from '../../users/account.js';
import type { CreateUserDto } from './dto/create-user.dto.js';
import type { UpdateUserDto } from './dto/update-user.dto.js';
import { decodeCursor } from './user.presenter.js';

const MAX_LIMIT = 200;
const DEFAULT_LIMIT = 50;
const MAX_ID = 2 ** 31 - 1;

/** @throws AppError `user_not_found` for what can be no id. */
export function parseUserId(text: string): number {
  const id = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (id < 1 || id > MAX_ID) throw new AppError('user_not_found', 'There is no user of this id');
  return id;
}

/** @throws AppError `invalid_request`. */
export function parsePage(query: { limit?: unknown; after?: unknown }): { limit: number; afterId: number } {
  const { limit = String(DEFAULT_LIMIT), after } = query;
  if (typeof limit !== 'string' || !/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > MAX_LIMIT) {
    throw invalid('limit', `limit must be a whole number from 1 to ${MAX_LIMIT}`);
  }
  const afterId = after === undefined ? 0 : typeof after === 'string' ? decodeCursor(after) : undefined;
  if (afterId === undefined) throw invalid('after', 'after must be a nextCursor of this list');
  return { limit: Number(limit), afterId };
}

/** @throws AppError `invalid_request` unless there is exactly one password. */
export function accountOf({ password, temporaryPassword, ...account }: CreateUserDto): NewAccount {
  const chosen = password ?? temporaryPassword;
  if (chosen === undefined || (password !== undefined && temporaryPassword !== undefined)) {
    throw invalid('password', 'Exactly one of password and temporaryPassword is required');
  }
  return { ...account, password: chosen, passwordIsTemporary: password === undefined };
}

/** @throws AppError `invalid_request` for `endEverything` without a temporary password: it is no act of its own. */
export function changesOf(body: UpdateUserDto): AccountChanges {
  if (body.endEverything && body.temporaryPassword === undefined) {
    throw invalid('endEverything', 'endEverything needs temporaryPassword');
  }
  return body;
}

function invalid(field: string, message: string): AppError {
  return new AppError('invalid_request', message, { details: { fields: [{ field, message }] } });
}

/** Whether a request to change a user changes their role. */
export function changesRole(body: unknown): boolean {
  return roleIn(body) !== undefined;
}

/** Whether a request to create a user gives them more than their own tokens. */
export function givesPower(body: unknown): boolean {
  return roleIn(body) !== 'viewer';
}

function roleIn(body: unknown): unknown {
  return (body as { readonly role?: unknown } | null | undefined)?.role;
}

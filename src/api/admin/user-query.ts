import { AppError } from '../../common/app-error.js';
import { ROLES } from '../../common/roles.js';
import { USER_SOURCES } from '../../common/user-source.js';
import type { UserFilter, UserPosition } from '../../database/repositories/user-list.repository.js';
import type { AccountChanges, NewAccount } from '../../users/account.js';
import type { CreateUserDto } from './dto/create-user.dto.js';
import type { UpdateUserDto } from './dto/update-user.dto.js';
import {
  invalid,
  parseBoolean,
  parseCursor,
  parseLimit,
  parseOneOf,
  parseText,
  type Query,
} from '../http/query-values.js';

export const MAX_USER_ID = 2 ** 31 - 1;

/** @throws AppError `user_not_found` for what can be no id. */
export function parseUserId(text: string): number {
  const id = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (id < 1 || id > MAX_USER_ID) throw new AppError('user_not_found', 'There is no user of this id');
  return id;
}

export interface UserQuery {
  readonly filter: UserFilter;
  readonly after: UserPosition | undefined;
  readonly limit: number;
}

/** @throws AppError `invalid_request` that names the parameter that has a bad value. */
export function parseUserQuery(query: Query): UserQuery {
  const text = parseText(query, 'query');
  const filter = {
    query: text,
    role: parseOneOf(query, 'role', ROLES),
    enabled: parseBoolean(query, 'enabled'),
    source: parseOneOf(query, 'source', USER_SOURCES),
  };
  return { filter, after: parseAfter(query, text !== undefined), limit: parseLimit(query) };
}

function parseAfter(query: Query, isSearch: boolean): UserPosition | undefined {
  const cursor = parseCursor(query);
  if (!cursor) return undefined;
  const [id, key] = cursor;
  const isOfThisList = isSearch ? typeof key === 'string' && !key.includes('\0') : key === null;
  if (Number.isInteger(id) && (id as number) > 0 && (id as number) <= MAX_USER_ID && isOfThisList) {
    return { id: id as number, key: key as string | null };
  }
  throw invalid('after', 'after must be the next of a page of this list');
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

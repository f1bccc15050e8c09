import { Injectable } from '@nestjs/common';
import { ROLES, type Role } from '../../common/roles.js';
import type { UserSource } from '../../common/user-source.js';
import { OperatorPool } from '../operator-pool.js';
import type { UserProfile } from './user.repository.js';

export interface UserFilter {
  /** The beginning of the user name, the full name or the e-mail address, in any case. */
  readonly query?: string;
  readonly role?: Role;
  readonly enabled?: boolean;
  readonly source?: UserSource;
}

/** After which user a page begins. */
export interface UserPosition {
  readonly id: number;
  /** The text by which the user was found, in lower case; null in a list without a query. */
  readonly key: string | null;
}

export interface UserPage {
  readonly users: readonly UserProfile[];
  /** Null on the last page. */
  readonly next: UserPosition | null;
}

interface Row extends UserProfile {
  readonly key: string | null;
  /** Where the reading broke off, since it found so many users again that were listed before. */
  readonly isMark: boolean;
}

/** A user is found by up to three texts and listed once: so many of the others are read for one page. */
const MAX_READ = 3_000;
const LAST_TEXT = '\u{10FFFF}';
const SEARCHED = ['username', 'full_name', 'email'] as const;

const PROFILE = `id, username, role, full_name AS "fullName", email, enabled, source,
  password_change_required AS "passwordChangeRequired", created_at AS "createdAt", updated_at AS "updatedAt",
  (SELECT last_login_at FROM user_logins WHERE user_id = found.id) AS "lastLoginAt"`;

/** Values of one statement, by their names in it. */
class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/**
 * Lists users by keyset. Every page is read from the beginnings of index ranges, one for each role, whether enabled or
 * not, and each text that is searched. Each range is ordered by itself, so that PostgreSQL merges them (Merge Append) and
 * reads no further than the page needs.
 */
@Injectable()
export class UserListRepository {
  constructor(private readonly pool: OperatorPool) {}

  /** In the order of their ids; with a query, in that of the texts by which they are found. */
  async listPage(filter: UserFilter, after: UserPosition | undefined, limit: number): Promise<UserPage> {
    const parameters = new Parameters();
    const found =
      filter.query === undefined
        ? foundByFilter(parameters, filter, after)
        : foundByText(parameters, filter, filter.query, after);
    const order = filter.query === undefined ? 'id' : 'key USING ~<~, id';
    const rows = await this.pool.query<Row>(
      `SELECT ${PROFILE}, key, "isMark" FROM (${found}) AS found ORDER BY ${order} LIMIT ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    return pageOf(rows, limit);
  }
}

function pageOf(rows: readonly Row[], limit: number): UserPage {
  const users = rows.slice(0, limit).filter(({ isMark }) => !isMark);
  const last = rows.length > limit ? rows[limit - 1] : rows.find(({ isMark }) => isMark);
  return {
    users: users.map(({ key: _key, isMark: _isMark, ...user }) => user),
    next: last ? { id: last.id, key: last.key } : null,
  };
}

function foundByFilter(parameters: Parameters, filter: UserFilter, after: UserPosition | undefined): string {
  const where = [`id > ${parameters.add(after?.id ?? 0)}`, ...ofSource(parameters, filter)].join(' AND ');
  const ranges =
    filter.role === undefined && filter.enabled === undefined
      ? [`SELECT * FROM users WHERE ${where}`]
      : combinationsOf(filter).map(
          (combination) => `(SELECT * FROM users WHERE ${combination} AND ${where} ORDER BY id)`,
        );
  return `SELECT *, NULL AS key, false AS "isMark" FROM (${ranges.join(' UNION ALL ')}) AS range`;
}

/**
 * All that is found in the order of texts and ids, so that a user may come once for each text. Of these the first
 * counts; of equal texts, the one that is searched first.
 */
function foundByText(
  parameters: Parameters,
  filter: UserFilter,
  query: string,
  after: UserPosition | undefined,
): string {
  const from = `lower(${parameters.add(query)})`;
  const to = `(${from} || ${parameters.add(LAST_TEXT)})`;
  const [afterKey, afterId] = [parameters.add(after?.key ?? ''), parameters.add(after?.id ?? 0)];
  const source = ofSource(parameters, filter);
  const ranges = SEARCHED.flatMap((column, rank) =>
    combinationsOf(filter).map((combination) => {
      const key = `lower(${column})`;
      const within = [`${key} ~>=~ ${from}`, `${key} ~<~ ${to}`, `${key} ~>=~ ${afterKey}`];
      const beyond = `(${key} ~>~ ${afterKey} OR id > ${afterId})`;
      const where = [combination, ...within, beyond, ...source].join(' AND ');
      return `(SELECT *, ${key} AS key, ${rank} AS rank FROM users WHERE ${where} ORDER BY ${key} USING ~<~, id)`;
    }),
  );
  const isFirst = `NOT EXISTS (
    SELECT FROM (VALUES ${SEARCHED.map((column, rank) => `(${rank}, lower(${column}))`).join(', ')}) AS other (rank, key)
    WHERE other.key ~>=~ ${from} AND other.key ~<~ ${to}
      AND (other.key ~<~ read.key OR (other.key = read.key AND other.rank < read.rank)))`;
  return `
    SELECT *, NOT "isFirst" AS "isMark" FROM (
      SELECT *, ${isFirst} AS "isFirst" FROM (
        SELECT *, row_number() OVER () AS number FROM (
          SELECT * FROM (${ranges.join(' UNION ALL ')}) AS range ORDER BY key USING ~<~, id LIMIT ${MAX_READ}
        ) AS merged
      ) AS read
    ) AS told WHERE "isFirst" OR number = ${MAX_READ}`;
}

/** Literals, because each begins an index range. */
function combinationsOf({ role, enabled }: UserFilter): string[] {
  const states = enabled === undefined ? [true, false] : [enabled];
  const roles = role === undefined ? ROLES : [role];
  return roles.flatMap((one) => states.map((state) => `role = '${one}' AND enabled = ${state}`));
}

function ofSource(parameters: Parameters, { source }: UserFilter): string[] {
  return source === undefined ? [] : [`source = ${parameters.add(source)}`];
}

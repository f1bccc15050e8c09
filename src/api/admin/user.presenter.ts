import type { UserEntity } from '../../database/entities/user.entity.js';
import type { UserResponseDto, UserPageResponseDto } from './dto/user.dto.js';

export function presentUser(user: UserEntity): UserResponseDto {
  const { id, username, role, fullName, email, enabled, passwordChangeRequired, createdAt, updatedAt } = user;
  return {
    id,
    username,
    role,
    fullName,
    email,
    enabled,
    passwordChangeRequired,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** @param users one more than `limit` where there is another page. */
export function presentUserPage(users: readonly UserEntity[], limit: number): UserPageResponseDto {
  const page = users.slice(0, limit);
  const last = page.at(-1);
  return { users: page.map(presentUser), nextCursor: users.length > limit && last ? encodeCursor(last.id) : null };
}

/** A cursor says nothing to its holder, so that what it holds can change. */
function encodeCursor(id: number): string {
  return Buffer.from(`user:${id}`).toString('base64url');
}

/** @returns the id that the page begins after, or undefined where the cursor is none of ours. */
export function decodeCursor(cursor: string): number | undefined {
  const id = /^user:(\d{1,9}|1\d{9}|20\d{8})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  return id === undefined ? undefined : Number(id);
}

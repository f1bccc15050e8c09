import type { UserPage } from '../../database/repositories/user-list.repository.js';
import type { UserProfile } from '../../database/repositories/user.repository.js';
import type { UserResponseDto, UserPageResponseDto } from './dto/user.dto.js';
import { writeCursor } from '../http/query-values.js';

export function presentUser(user: UserProfile): UserResponseDto {
  const { id, username, fullName, email, role, enabled, source, passwordChangeRequired } = user;
  const { createdAt, updatedAt, lastLoginAt } = user;
  return {
    ...{ id, username, fullName, email, role, enabled, source, passwordChangeRequired },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    lastLoginAt: lastLoginAt?.toISOString() ?? null,
  };
}

export function presentUserPage({ users, next }: UserPage): UserPageResponseDto {
  return { items: users.map(presentUser), next: next && writeCursor([next.id, next.key]) };
}

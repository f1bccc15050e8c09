import { describe, expect, it } from '@jest/globals';
import type { ChangeFeed } from '../database/changes/change-feed.js';
import type { UserRepository } from '../database/repositories/user.repository.js';
import { CurrentRoles } from './current-roles.js';

describe('CurrentRoles', () => {
  it('goes back to no older role when it hears of it late', () => {
    const roles = new CurrentRoles({} as UserRepository, { subscribe: () => undefined } as unknown as ChangeFeed);
    roles.apply({ type: 'role_changed', userId: 1, role: 'admin', roleVersion: 2 });
    roles.apply({ type: 'role_changed', userId: 1, role: 'viewer', roleVersion: 3 });
    roles.apply({ type: 'role_changed', userId: 1, role: 'admin', roleVersion: 2 });
    expect([roles.of(1, 'admin'), roles.of(2, 'admin')]).toEqual(['viewer', 'admin']);
  });
});

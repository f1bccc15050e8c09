import type { Role } from '../common/roles.js';

export interface NewAccount {
  readonly username: string;
  readonly password: string;
  /** The next login must choose another password. */
  readonly passwordIsTemporary: boolean;
  readonly role: Role;
  readonly fullName?: string | null;
  readonly email?: string | null;
}

/** What is absent stays as it is. */
export interface AccountChanges {
  readonly role?: Role;
  readonly fullName?: string | null;
  readonly email?: string | null;
  readonly enabled?: boolean;
  readonly temporaryPassword?: string;
  /** With a temporary password: named and context tokens end too. */
  readonly endEverything?: boolean;
}

import type { Role } from '../../common/roles.js';

/** What every instance must learn at once. An instance may hear of its own changes twice, and then out of order. */
export type Change =
  /** These places in the revocation bits are set. */
  | { readonly type: 'tokens_revoked'; readonly idxs: readonly number[] }
  | { readonly type: 'role_changed'; readonly userId: number; readonly role: Role; readonly roleVersion: number }
  /** The user has another password, was disabled or was deleted: what was remembered of his logins is void. */
  | { readonly type: 'credentials_changed'; readonly userId: number };

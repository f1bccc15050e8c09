import type { Role } from '../../common/roles.js';

/** After wrong passwords, the account (a keyed digest in hex) is locked for the network that it knows. */
export interface LoginLocked {
  readonly type: 'login_locked';
  readonly account: string;
  readonly network: string;
}

/**
 * What every instance must learn at once. An instance applies its own changes twice: when they commit, and when it reads
 * them, which may be after newer ones (decision 2).
 */
export type Change =
  /** The tokens with these indexes are revoked. */
  | { readonly type: 'tokens_revoked'; readonly idxs: readonly number[] }
  | { readonly type: 'role_changed'; readonly userId: number; readonly role: Role; readonly roleVersion: number }
  /** The user has another password, was disabled or was deleted: cached logins of the user are no longer valid. */
  | { readonly type: 'credentials_changed'; readonly userId: number }
  | LoginLocked
  /** An admin set it to another value. */
  | { readonly type: 'setting_changed'; readonly name: string }
  /** Another key is published, signs, or is gone. */
  | { readonly type: 'signing_keys_changed' }
  /** Nothing that the key signed counts any more. */
  | { readonly type: 'signing_key_revoked'; readonly kid: string };

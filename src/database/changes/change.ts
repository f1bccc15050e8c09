import type { IncidentAction } from '../../common/incident.js';
import type { Role } from '../../common/roles.js';

/** How many tokens one chunk of the revocation bits is about. */
export const BITS_PER_CHUNK = 65_536;

/** After wrong passwords, the account (a keyed digest in hex) is locked for the network that it knows. */
export interface LoginLocked {
  readonly type: 'login_locked';
  readonly account: string;
  readonly network: string;
}

/** Tokens of one chunk of the revocation bits. */
export interface TokenChunk {
  readonly number: number;
  /** BITS_PER_CHUNK bits, the lowest of a byte first: compressed (RFC 1951), and in base64. */
  readonly bits: string;
}

/**
 * What every instance must learn at once. An instance applies its own changes twice: when they commit, and when it reads
 * them, which may be after newer ones (decision 2). Those of `isAppliedInOrder` it applies when it reads them alone.
 */
export type Change =
  /** The tokens with these indexes are revoked. */
  | { readonly type: 'tokens_revoked'; readonly idxs: readonly number[] }
  | { readonly type: 'tokens_suspended'; readonly idxs: readonly number[] }
  /** These were suspended. What was revoked stays so. */
  | { readonly type: 'tokens_restored'; readonly idxs: readonly number[] }
  /** The same as one of the three above, of very many tokens. */
  | {
      readonly type: 'token_chunks_changed';
      readonly action: IncidentAction;
      readonly chunks: readonly TokenChunk[];
    }
  | { readonly type: 'role_changed'; readonly userId: number; readonly role: Role; readonly roleVersion: number }
  /** The user has another password, was disabled or was deleted: cached logins of the user are no longer valid. */
  | { readonly type: 'credentials_changed'; readonly userId: number }
  | LoginLocked
  /** An admin set it to this value; null where its default holds again. */
  | { readonly type: 'setting_changed'; readonly name: string; readonly value: number | null }
  /** A second factor is required of other roles than before: cached logins are no longer valid. */
  | { readonly type: 'second_factor_roles_changed' }
  /** Another key is published, signs, or is gone. */
  | { readonly type: 'signing_keys_changed' }
  /** Nothing that the key signed counts any more. */
  | { readonly type: 'signing_key_revoked'; readonly kid: string };

const IN_ORDER: ReadonlySet<Change['type']> = new Set([
  'tokens_suspended',
  'tokens_restored',
  'token_chunks_changed',
  'setting_changed',
]);

/**
 * Whether the change may be undone by a later one, which its own instance may read before it knows of its own commit.
 * Applied once more after that one, a token would be active that is suspended.
 */
export function isAppliedInOrder({ type }: Change): boolean {
  return IN_ORDER.has(type);
}

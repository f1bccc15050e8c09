import type { Role } from './roles.js';
import type { TokenKind } from './token-kind.js';

/** Who makes a request, and how that was proved. */
export interface Principal {
  readonly userId: number;
  readonly username: string;
  /** The role that the user has now, which may differ from the one in his token. */
  readonly role: Role;
  readonly authenticatedBy: 'password' | 'basic' | 'bearer';
  /** The token that was presented; only where `authenticatedBy` is `bearer`. */
  readonly token?: { readonly id: string; readonly idx: number; readonly kind: TokenKind };
  /** Which password was proved: a token made with an older one is not issued. Absent where `authenticatedBy` is `bearer`. */
  readonly passwordVersion?: number;
  /** The password that was proved is temporary: all that it is good for is to choose another. */
  readonly mustChangePassword?: boolean;
}

import type { Principal } from '../common/principal.js';

/** The user whose context tokens the caller may manage: the caller; undefined for an admin, who manages everyone's. */
export function ownerOf(caller: Principal): number | undefined {
  return caller.role === 'admin' ? undefined : caller.userId;
}

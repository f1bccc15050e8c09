import type { Principal } from '../common/principal.js';

/** Whose context tokens the caller manages: everyone's for an admin, told by undefined, and his own for anybody else. */
export function ownerOf(caller: Principal): number | undefined {
  return caller.role === 'admin' ? undefined : caller.userId;
}

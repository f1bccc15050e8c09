import type { TokenEnding } from '../../common/token-ending.js';

/** What an UPDATE sets on the tokens that it ends; $1 to $4 are `endingValues`. */
export const SET_ENDED = `
  revoked_at = $1::timestamptz, ended_reason = $2::text,
  ended_by_kind = CASE
    WHEN $3::boolean THEN 'system'
    WHEN coalesce($4::integer, user_id) = user_id THEN 'user'
    ELSE 'admin'
  END,
  ended_by_id = CASE WHEN NOT $3::boolean THEN coalesce($4::integer, user_id) END`;

export function endingValues({ actor, reason, at }: TokenEnding): unknown[] {
  return [at, reason, actor.type === 'system', actor.type === 'user' ? actor.principal.userId : null];
}

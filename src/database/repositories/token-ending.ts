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

/**
 * Ends tokens, and moves what is known of their uses to that of revoked tokens (decision 22). Adding a row where there is
 * none is what makes it certain: a use that is written at the same moment waits for it, or is moved.
 * @param where which of `tokens`.
 * @param set more to set.
 * @returns the text of a statement whose rows are the indexes of the tokens, `idx`.
 */
export function endTokens(where: string, set = SET_ENDED): string {
  return `
    WITH ended AS (UPDATE tokens SET ${set} WHERE ${where} RETURNING id, kind, idx), moved AS (
      INSERT INTO token_uses (token_id, kind, revoked) SELECT id, kind, true FROM ended ORDER BY id
      ON CONFLICT (token_id) DO UPDATE SET revoked = true
    )
    SELECT idx FROM ended`;
}

export function endingValues({ actor, reason, at }: TokenEnding): unknown[] {
  return [at, reason, actor.type === 'system', actor.type === 'user' ? actor.principal.userId : null];
}

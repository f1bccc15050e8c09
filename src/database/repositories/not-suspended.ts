/**
 * That the row of a token is not suspended, as a condition: or no longer, by an incident that has not come to it yet.
 * @param token the name of the row.
 */
export function notSuspended(token: string): string {
  return `(${token}.suspended_at IS NULL OR EXISTS (
    SELECT FROM incident_chunks AS due JOIN incidents AS incident ON incident.number = due.incident_number
    WHERE incident.action = 'restore' AND due.chunk = ${token}.idx / 65536
      AND get_bit(due.bits, (${token}.idx % 65536)::integer) = 1
  ))`;
}

/** What incidents do to `token` that have not come to its row yet: an action, or null. Of several the last, or a revocation. */
export const DUE_ACTION = `(
  SELECT CASE WHEN bool_or(incident.action = 'revoke') THEN 'revoke'
    ELSE (array_agg(incident.action ORDER BY incident.number DESC))[1] END
  FROM incident_chunks AS due JOIN incidents AS incident ON incident.number = due.incident_number
  WHERE due.chunk = token.idx / 65536 AND get_bit(due.bits, (token.idx % 65536)::integer) = 1
)`;

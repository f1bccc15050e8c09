/**
 * Inserts events of the audit log, each as the text that is hashed: the columns for search are read from it.
 * @param payloads what stands behind FROM, and gives the texts.
 * @param where whether they are inserted.
 */
export function insertEvents(payloads: string, where = 'true'): string {
  // OFFSET 0, so that a text is read once and not for each column.
  return `
    INSERT INTO audit_events (id, time, action, outcome, actor_type, actor_id, actor_username,
      target_type, target_id, target_name, request_id, address, payload)
    SELECT c[1]::uuid, c[2]::timestamptz, c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10], c[11], c[12], payload
    FROM (SELECT payload, audit_event_columns(payload) AS c FROM ${payloads} AS payload OFFSET 0) AS event
    WHERE ${where}`;
}

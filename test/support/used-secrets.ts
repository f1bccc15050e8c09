import { DataSource } from 'typeorm';
import type { INestApplication } from '@nestjs/common';
import type { AuditEvent } from '../../src/common/audit-event.js';
import { isDatabaseUnavailable } from '../../src/database/unavailable.js';

/** The fields of requests and responses, of all families, that hold a password, a token or a code. */
const SECRET_FIELDS = new Set([
  ...['password', 'previous_password', 'proposed_password', 'new_password', 'temporaryPassword', 'confirmation_code'],
  ...['secret_code', 'recovery_code', 'recoveryCode'],
  ...['token', 'jwt_token', 'access_token', 'id_token', 'refresh_token', 'session'],
]);
/** What is shorter may stand in an event by chance; what is longer is none of ours. */
const MIN_LENGTH = 8;
const MAX_LENGTH = 2_000;
const WORD = /[\w.-]+/g;

/** Every secret that the specs of this file have sent or were given. */
const used = new Set<string>();

/** Remembers the secrets of a request or a response. @param body as it is parsed. */
export function rememberSecrets(body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  for (const [field, value] of Object.entries(body)) {
    if (typeof value === 'object') rememberSecrets(value);
    else if (typeof value === 'string' && SECRET_FIELDS.has(field)) remember(value);
  }
}

/** Remembers the secret of an `Authorization` header. */
export function rememberCredentials(authorization: string | undefined): void {
  const [scheme, credentials = ''] = authorization?.split(' ', 2) ?? [];
  if (scheme === 'Bearer') remember(credentials);
  if (scheme === 'Basic') remember(Buffer.from(credentials, 'base64').toString().replace(/^.*?:/, ''));
}

/** @returns the secrets that stand in one of these texts of events, alone or among other words. */
export function usedSecretsIn(payloads: readonly string[]): string[] {
  const found = payloads.flatMap((payload) => {
    const event = JSON.parse(payload) as AuditEvent;
    // A user name that somebody tried as a password, too.
    const names = [event.actor.username, event.target.type === 'user' ? event.target.name : null];
    const words = textsIn(event).flatMap((text) => [text, ...(text.match(WORD) ?? [])]);
    return words.filter((word) => used.has(word) && !names.includes(word));
  });
  return [...new Set(found)];
}

/** @throws Error where an event in the audit log of the application holds a secret that was used. */
export async function refuseUsedSecrets(app: INestApplication): Promise<void> {
  const found = usedSecretsIn(await readPayloads(app));
  if (found.length > 0) throw new Error(`In the audit log stand the secrets ${found.join(', ')}`);
}

async function readPayloads(app: INestApplication): Promise<string[]> {
  const dataSource = app.get(DataSource);
  // Of an application that was closed before.
  if (!dataSource.isInitialized) return [];
  try {
    const rows = await dataSource.query<{ payload: string }[]>('SELECT payload FROM all_audit_events');
    return rows.map(({ payload }) => payload);
  } catch (error) {
    // Of a spec that takes the database away.
    if (isDatabaseUnavailable(error)) return [];
    throw error;
  }
}

/** Keeps a copy: what V8 cuts out of a longer text keeps all of that alive. */
function remember(secret: string): void {
  if (secret.length >= MIN_LENGTH && secret.length <= MAX_LENGTH) used.add(Buffer.from(secret).toString());
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

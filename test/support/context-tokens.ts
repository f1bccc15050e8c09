import { v7 as uuidV7 } from 'uuid';
import { SealedTokenText } from '../../src/contexts/sealed-token-text.js';
import { newOpaqueText } from '../../src/tokens/opaque-text.js';
import { basic, type TestApp, type TestUser } from './test-app.js';
import type { TestDatabase } from './test-database.js';

/**
 * Inserts context tokens of the user, valid for the context of code 1: faster than by requests.
 * @param texts how many, or their texts.
 * @returns their texts.
 */
export async function insertContextTokens(
  app: TestApp,
  database: TestDatabase,
  userId: number,
  texts: number | string[],
): Promise<string[]> {
  if (typeof texts === 'number') texts = Array.from({ length: texts }, () => newOpaqueText('context'));
  const rows = texts.map((text) => {
    const id = uuidV7();
    return { id, ...app.get(SealedTokenText).keep(id, text) };
  });
  await database.query(
    `WITH new AS (SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS row (id, sealed_text, digest)),
     registered AS (
       INSERT INTO tokens (id, idx, kind, secret_digest, user_id, issued_at)
       SELECT id, nextval('tokens_idx_seq'), 'context', digest, $4, now() FROM new
     ), sealed AS (INSERT INTO context_tokens (id, sealed_text) SELECT id, sealed_text FROM new)
     INSERT INTO context_token_contexts (token_id, code, user_id) SELECT id, 1, $4::integer FROM new`,
    [rows.map(({ id }) => id), rows.map(({ sealedText }) => sealedText), rows.map((row) => row.secretDigest), userId],
  );
  return texts;
}

export const ADD = 'AddCommentToChangeRequest';
export const CHANGE = 'ChangeStateOfChangeRequest';

/** Issues a context token to the user, at their own request. @returns its text. */
export async function issueContextToken(app: TestApp, user: TestUser, context = [ADD]): Promise<string> {
  const headers = basic(user.username, user.password);
  const { status, body } = await app.call('POST', '/api/authtokens', { headers, json: { userId: user.id, context } });
  if (status !== 201) throw new Error(`The context token of ${user.username} was refused with ${status}`);
  return (body as { token: string }).token;
}

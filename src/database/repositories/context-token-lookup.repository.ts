import { Injectable } from '@nestjs/common';
import type { Role } from '../../common/roles.js';
import { BatchedLookups } from '../batched-lookups.js';
import { PreparedStatements, type PreparedStatement } from '../prepared-statements.js';
import { isAllowed } from './allowed-context.repository.js';

/** A token of an enabled user that is not revoked, with what they are and what it is valid for now. It may be suspended. */
export interface ActiveContextToken {
  readonly id: string;
  readonly idx: string;
  readonly userId: number;
  readonly username: string;
  readonly role: Role;
  /** Whole seconds since 1970. */
  readonly issuedAt: number;
  readonly sealedText: Buffer;
  /** The names of those that the user is allowed now, in the order of their codes. */
  readonly contexts: readonly string[];
}

/**
 * The role is the one that the user has now; the contexts are those of the catalogue that the user is allowed now.
 * $1 is a JSON list of digests in hex: PostgreSQL plans once for such a list, and for an array each time. LIMIT keeps
 * each digest a look-up of its own in the unique index.
 */
const FIND_CONTEXT_TOKENS: PreparedStatement = {
  name: 'find_context_tokens',
  text: `
  SELECT wanted.digest, found.*
  FROM json_array_elements_text($1::json) AS wanted (digest)
  CROSS JOIN LATERAL (
    SELECT token.id, token.idx, token.user_id AS "userId",
      floor(extract(epoch FROM token.issued_at))::float8 AS "issuedAt",
      owner.username, owner.role, sealed.sealed_text AS "sealedText",
      ARRAY (
        SELECT context.name FROM context_token_contexts AS granted JOIN contexts AS context USING (code)
        WHERE granted.token_id = token.id AND ${isAllowed('owner', 'granted.code')} ORDER BY code
      ) AS contexts
    FROM tokens AS token
    JOIN users AS owner ON owner.id = token.user_id AND owner.enabled
    JOIN context_tokens AS sealed ON sealed.id = token.id
    WHERE token.secret_digest = decode(wanted.digest, 'hex')
      AND token.kind = 'context' AND token.revoked_at IS NULL
    LIMIT 1
  ) AS found`,
};

/** Finds context tokens by their texts, on every use of one. */
@Injectable()
export class ContextTokenLookupRepository {
  private readonly lookUps = new BatchedLookups<ActiveContextToken>(async (digests) => {
    const rows = await this.statements.run<ActiveContextToken & { digest: string }>(FIND_CONTEXT_TOKENS, [
      JSON.stringify(digests),
    ]);
    return new Map(rows.map((row) => [row.digest, row]));
  });

  constructor(private readonly statements: PreparedStatements) {}

  /** @param digest in hex. */
  findActive(digest: string): Promise<ActiveContextToken | undefined> {
    return this.lookUps.find(digest);
  }
}

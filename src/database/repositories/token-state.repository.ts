import { Injectable } from '@nestjs/common';
import type { TokenKind } from '../../common/token-kind.js';
import { OperatorPool } from '../operator-pool.js';
import { isAllowed } from './allowed-context.repository.js';
import { notSuspended } from './not-suspended.js';

/** A token as the database knows it, active or not, and its owner as they are now. */
export interface TokenState {
  readonly id: string;
  readonly kind: TokenKind;
  readonly issuedAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly isSuspended: boolean;
  readonly userId: number;
  /** Null for an owner who was deleted. */
  readonly username: string | null;
  readonly ownerEnabled: boolean | null;
  /** The names of the contexts that the token has, and of those that its owner is not allowed now. */
  readonly contexts: readonly string[];
  readonly forbidden: readonly string[];
}

/** Reads the states of single tokens, to explain them. */
@Injectable()
export class TokenStateRepository {
  constructor(private readonly pool: OperatorPool) {}

  async find(id: string): Promise<TokenState | undefined> {
    const granted = (where: string): string => `ARRAY (
      SELECT context.name FROM context_token_contexts AS granted JOIN contexts AS context USING (code)
      WHERE granted.token_id = token.id AND ${where} ORDER BY code
    )`;
    const [state] = await this.pool.query<TokenState>(
      `SELECT token.id, token.kind, token.issued_at AS "issuedAt", token.expires_at AS "expiresAt",
         token.revoked_at AS "revokedAt", NOT ${notSuspended('token')} AS "isSuspended",
         token.user_id AS "userId", owner.username, owner.enabled AS "ownerEnabled",
         ${granted('true')} AS contexts, ${granted(`NOT ${isAllowed('owner', 'granted.code')}`)} AS forbidden
       FROM tokens AS token LEFT JOIN users AS owner ON owner.id = token.user_id WHERE token.id = $1`,
      [id],
    );
    return state;
  }

  /** The id of the token whose text has one of these digests, active or not. */
  async findId(digests: readonly Buffer[]): Promise<string | undefined> {
    const sql = 'SELECT id FROM tokens WHERE secret_digest = ANY ($1::bytea[]) LIMIT 1';
    return (await this.pool.query<{ id: string }>(sql, [digests]))[0]?.id;
  }
}

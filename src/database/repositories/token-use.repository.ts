import { Injectable } from '@nestjs/common';
import { comparableAddress } from '../../common/network.js';
import type { TokenKind } from '../../common/token-kind.js';
import { LIST_TIMEOUT_MS, PreparedStatements, type PreparedStatement } from '../prepared-statements.js';

export interface TokenUse {
  readonly id: string;
  readonly kind: TokenKind;
  readonly at: Date;
  readonly address: string | null;
}

/**
 * In the order of the ids, so that two instances that write the same tokens at once do not wait for each other in a ring.
 * Nor does a transaction that revokes tokens, by several statements: this one gives up before PostgreSQL ends one of them
 * (`deadlock_timeout`), and is tried again.
 */
const PUT_TOKEN_USES: PreparedStatement = {
  name: 'put_token_uses',
  timeoutMs: LIST_TIMEOUT_MS,
  text: `
  INSERT INTO token_uses (token_id, kind, used_at, address)
  SELECT use.* FROM set_config('lock_timeout', '500ms', true),
    unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::inet[]) AS use (token_id, kind, used_at, address)
  ORDER BY token_id
  ON CONFLICT (token_id) DO UPDATE SET used_at = excluded.used_at, address = excluded.address
    WHERE token_uses.used_at IS NULL OR excluded.used_at > token_uses.used_at`,
};

/** When tokens were last used. */
@Injectable()
export class TokenUseRepository {
  constructor(private readonly statements: PreparedStatements) {}

  /** Each token once. Of what several instances write, the most recent use stays. */
  async put(uses: readonly TokenUse[]): Promise<void> {
    await this.statements.run(PUT_TOKEN_USES, [
      uses.map(({ id }) => id),
      uses.map(({ kind }) => kind),
      uses.map(({ at }) => at),
      uses.map(({ address }) => comparableAddress(address)),
    ]);
  }
}

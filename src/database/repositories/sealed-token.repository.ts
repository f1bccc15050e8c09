import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

export interface SealedToken {
  readonly id: string;
  readonly sealedText: Buffer;
}

/** The sealed texts of context tokens as what they are sealed with, for sealing them anew. */
@Injectable()
export class SealedTokenRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param prefix with which sealed texts begin that need no new seal. */
  async countOthers(prefix: Buffer): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      'SELECT count(*)::integer AS count FROM context_tokens WHERE substring(sealed_text FROM 1 FOR $2) <> $1',
      [prefix, prefix.length],
    );
    return row!.count;
  }

  /**
   * In the order of their ids, those after `afterId` that do not begin with `prefix`. They stay locked until the
   * transaction ends. One that somebody else has locked is left out: waiting for it could be a deadlock.
   */
  lockPage(transaction: Transaction, prefix: Buffer, afterId: string): Promise<SealedToken[]> {
    return managerOf(transaction).query<SealedToken[]>(
      `SELECT sealed.id, sealed.sealed_text AS "sealedText"
       FROM context_tokens AS sealed JOIN tokens AS token USING (id)
       WHERE sealed.id > $1 AND substring(sealed.sealed_text FROM 1 FOR $3) <> $2
       ORDER BY sealed.id LIMIT 500 FOR UPDATE OF token SKIP LOCKED`,
      [afterId, prefix, prefix.length],
    );
  }

  /** The caller holds the locks on the tokens. */
  async update(
    transaction: Transaction,
    tokens: readonly (SealedToken & { readonly secretDigest: Buffer })[],
  ): Promise<void> {
    await managerOf(transaction).query(
      `WITH anew AS (
         SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS row (id, sealed_text, secret_digest)
       ), sealed AS (
         UPDATE context_tokens SET sealed_text = anew.sealed_text FROM anew WHERE context_tokens.id = anew.id
       )
       UPDATE tokens SET secret_digest = anew.secret_digest FROM anew WHERE tokens.id = anew.id`,
      [tokens.map(({ id }) => id), tokens.map(({ sealedText }) => sealedText), tokens.map((t) => t.secretDigest)],
    );
  }
}

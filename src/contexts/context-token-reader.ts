import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { Transactions } from '../database/transactions.js';
import type { OpaqueTokenReader, TokenFacts } from '../tokens/token-facts.js';
import { TokenInspector } from '../tokens/token-inspector.js';
import { ContextTokenVerifier } from './context-token-verifier.js';

/** Tells all that verify for other services what a context token is good for. */
@Injectable()
export class ContextTokenReader implements OpaqueTokenReader {
  constructor(
    private readonly verifier: ContextTokenVerifier,
    private readonly tokens: TokenRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    inspector: TokenInspector,
  ) {
    inspector.register(this);
  }

  async inspect(text: string): Promise<TokenFacts | undefined> {
    const token = await this.verifier.find(text);
    if (!token) return undefined;
    const { id, idx, userId, username, role, contexts, issuedAt } = token;
    return {
      id,
      idx: Number(idx),
      kind: 'context',
      userId,
      username,
      role,
      issuedAt,
      expiresAt: null,
      opensServices: true,
      contexts,
    };
  }

  async revoke(text: string): Promise<void> {
    const token = await this.verifier.find(text);
    if (!token) return;
    await this.transactions.run((transaction) => this.tokens.revokeById(transaction, token.id, this.clock.now()));
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import type { OpaqueTokenHandler, ActiveToken } from '../tokens/active-token.js';
import { TokenIntrospection } from '../tokens/token-introspection.js';
import { ContextTokenVerifier } from './context-token-verifier.js';

/** Tells all that verify for other services what a context token is good for. */
@Injectable()
export class ContextTokenHandler implements OpaqueTokenHandler {
  constructor(
    private readonly verifier: ContextTokenVerifier,
    private readonly tokens: TokenRepository,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
    introspection: TokenIntrospection,
  ) {
    introspection.register(this);
  }

  async inspect(text: string): Promise<ActiveToken | undefined> {
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

import { Injectable } from '@nestjs/common';
import { authenticatedAs, type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import type { ActiveContextToken } from '../database/repositories/context-token-lookup.repository.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { TokenStateRepository } from '../database/repositories/token-state.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { bearerOf, type ActiveToken, type OpaqueTokenHandler } from '../tokens/active-token.js';
import { isOpaqueText } from '../tokens/opaque-text.js';
import { REVOKED_BY_BEARER, tokenRevoked } from '../tokens/token-events.js';
import { TokenIntrospection } from '../tokens/token-introspection.js';
import { ContextTokenVerifier } from './context-token-verifier.js';
import { SealedTokenText } from './sealed-token-text.js';

/** Introspects and revokes context tokens, for all verification paths. */
@Injectable()
export class ContextTokenHandler implements OpaqueTokenHandler {
  constructor(
    private readonly verifier: ContextTokenVerifier,
    private readonly texts: SealedTokenText,
    private readonly states: TokenStateRepository,
    private readonly tokens: TokenRepository,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
    introspection: TokenIntrospection,
  ) {
    introspection.register(this);
  }

  recognizes(text: string): boolean {
    return isOpaqueText('context', text);
  }

  async introspect(text: string): Promise<ActiveToken | undefined> {
    const token = await this.verifier.findActive(text);
    if (!token) return undefined;
    // Spelt out: to spread an object costs microseconds here.
    return {
      id: token.id,
      idx: Number(token.idx),
      kind: 'context',
      userId: token.userId,
      username: token.username,
      role: 'none',
      issuedAt: token.issuedAt,
      expiresAt: null,
      opensServices: true,
      contexts: token.contexts,
    };
  }

  locate(text: string): Promise<string | undefined> {
    return this.states.findId(this.texts.digests(text).map((digest) => Buffer.from(digest, 'hex')));
  }

  async revoke(actor: Actor, text: string): Promise<void> {
    const token = await this.verifier.find(text);
    if (!token) return;
    const identity = identityOf(token);
    const bearer = authenticatedAs(actor, bearerOf(identity));
    const ending = { actor: bearer, reason: REVOKED_BY_BEARER, at: this.clock.now() };
    await this.transactions.runForUser(token.userId, async (transaction) => {
      if (!(await this.tokens.revokeById(transaction, ending, token.id))) return;
      transaction.record(bearer, tokenRevoked(identity));
    });
  }
}

function identityOf({ id, idx, userId, username, role }: ActiveContextToken) {
  return { id, idx: Number(idx), kind: 'context', userId, username, role } as const;
}

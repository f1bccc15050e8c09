import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { sessionTarget } from '../common/security-event.js';
import { TokenListRepository } from '../database/repositories/token-list.repository.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { UserRepository } from '../database/repositories/user.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { tokenRevoked } from './token-events.js';

/** What is to end, and why. */
export interface EndRequest {
  readonly id: string;
  readonly reason: string;
  /** Whose it must be; absent for whosever it is. */
  readonly ownerId?: number;
}

/** Ends single tokens and sessions by their ids. What has ended already stays as it ended. */
@Injectable()
export class TokenEndingsService {
  constructor(
    private readonly lists: TokenListRepository,
    private readonly tokens: TokenRepository,
    private readonly users: UserRepository,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /** A refresh token ends with its session. @throws AppError `token_not_found`. */
  async endToken(actor: UserActor, request: EndRequest): Promise<void> {
    const { id, reason, ownerId } = request;
    const at = this.clock.now();
    const token = isUuid(id) ? await this.lists.find(id, at, ownerId) : undefined;
    if (!token) throw new AppError('token_not_found', 'There is no token of this id');
    const { kind, userId, sessionId, description } = token;
    if (kind === 'session_refresh' && sessionId) return this.endSession(actor, { ...request, id: sessionId });
    await this.transactions.runForUser(userId, async (transaction) => {
      await this.users.lockById(transaction, userId);
      if (!(await this.tokens.revokeById(transaction, { actor, reason, at }, id, ownerId))) return;
      transaction.record(actor, { ...tokenRevoked({ id, kind, userId }, description ?? undefined), reason });
    });
  }

  /** With all its tokens. @throws AppError `session_not_found`. */
  async endSession(actor: UserActor, { id, reason, ownerId }: EndRequest): Promise<void> {
    const userId = isUuid(id) ? await this.lists.findSessionOwner(id, ownerId) : undefined;
    if (userId === undefined) throw new AppError('session_not_found', 'There is no session of this id');
    const ending = { actor, reason, at: this.clock.now() };
    await this.transactions.runForUser(userId, async (transaction) => {
      await this.users.lockById(transaction, userId);
      const endedTokens = await this.tokens.revokeOfSession(transaction, ending, id);
      const changes = { userId, endedTokens };
      if (endedTokens > 0) {
        transaction.record(actor, { action: 'session.ended', target: sessionTarget(id), reason, changes });
      }
    });
  }
}

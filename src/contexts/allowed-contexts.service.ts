import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { userTarget } from '../common/security-event.js';
import { AllowedContextRepository, type ContextHolder } from '../database/repositories/allowed-context.repository.js';
import type { Transaction } from '../database/transaction.js';
import { TransactionRunner } from '../database/transactions.js';
import { ContextsService } from './contexts.service.js';

/** How many tokens of one user a page of holders names; GET /admin/tokens lists them all. */
const MAX_TOKENS = 100;

/** Someone who may do what a context names, and by which tokens. */
export interface Holder extends ContextHolder {
  readonly hasMoreTokens: boolean;
}

/** What users may do by context tokens: whatever they are allowed now, which each verification reads (decision 8). */
@Injectable()
export class AllowedContextsService {
  constructor(
    private readonly repository: AllowedContextRepository,
    private readonly contexts: ContextsService,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /** @returns their names in the order of their codes; null for all. @throws AppError `user_not_found`. */
  async getAllowed(userId: number): Promise<readonly string[] | null> {
    return ((await this.repository.find(userId)) ?? unknownUser()).allowed;
  }

  /**
   * From the commit on no context token of the user does anything else; those that have more get it back with it.
   * @param names null for all.
   * @returns as `getAllowed`.
   * @throws AppError `user_not_found`; `invalid_request` that says which contexts there are not.
   */
  async setAllowed(actor: Actor, userId: number, names: readonly string[] | null): Promise<readonly string[] | null> {
    return this.transactions.run(async (transaction) => {
      const before = (await this.repository.lock(transaction, userId)) ?? unknownUser();
      const { found, unknown } = await this.contexts.locate(transaction, { names: names ?? [], codes: [] });
      if (unknown.length > 0) {
        const message = `allowed must name contexts that there are: unknown context ${unknown.join(', ')}`;
        throw new AppError('invalid_request', message, { details: { fields: [{ field: 'allowed', message }] } });
      }
      await this.repository.replace(transaction, userId, names && found, this.clock.now());
      const { allowed } = (await this.repository.lock(transaction, userId)) ?? unknownUser();
      const target = userTarget({ id: userId, username: before.username });
      const changes = { allowed: { from: before.allowed, to: allowed } };
      transaction.record(actor, { action: 'user.contexts_changed', target, changes });
      return allowed;
    });
  }

  /** @throws AppError `context_not_allowed` that names those of `codes` that the user may not have now. */
  async refuseForbidden(transaction: Transaction, userId: number, codes: readonly number[]): Promise<void> {
    const forbidden = await this.repository.listForbidden(transaction, userId, codes);
    if (forbidden.length === 0) return;
    throw new AppError('context_not_allowed', `User ${userId} is not allowed the context ${forbidden.join(', ')}`);
  }

  /**
   * Who may do now what the context names, by active tokens, in the order of their ids.
   * @throws AppError `context_not_found`.
   */
  async listHolders(code: number, afterUserId: number, limit: number): Promise<Holder[]> {
    const holders = await this.repository.listHolders(code, afterUserId, limit, MAX_TOKENS + 1);
    if (holders.length === 0 && !(await this.repository.existsContext(code))) {
      throw new AppError('context_not_found', 'There is no context of this code');
    }
    return holders.map((holder) => ({
      ...holder,
      tokens: holder.tokens.slice(0, MAX_TOKENS),
      hasMoreTokens: holder.tokens.length > MAX_TOKENS,
    }));
  }
}

function unknownUser(): never {
  throw new AppError('user_not_found', 'There is no user of this id');
}

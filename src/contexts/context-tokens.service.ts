import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuidV7 } from 'uuid';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Principal } from '../common/principal.js';
import { randomAlphanumeric } from '../crypto/secrets.js';
import { ContextTokenRepository } from '../database/repositories/context-token.repository.js';
import { TransactionRunner, type Transaction } from '../database/transactions.js';
import { ContextTokenVerifier } from './context-token-verifier.js';
import { ContextsService, type WantedContexts } from './contexts.service.js';
import { ownerOf } from './owner.js';
import { SealedTokenText } from './sealed-token-text.js';

/** 256 random bits. */
const TEXT_LENGTH = 43;

/** What is absent stays as it is. */
export interface ContextTokenChanges {
  readonly userId?: number;
  readonly contexts?: WantedContexts;
}

/** Makes, changes and ends context tokens. An admin does so with everyone's, anybody else with his own. */
@Injectable()
export class ContextTokensService {
  private readonly logger = new Logger(ContextTokensService.name);

  constructor(
    private readonly tokens: ContextTokenRepository,
    private readonly contexts: ContextsService,
    private readonly verifier: ContextTokenVerifier,
    private readonly texts: SealedTokenText,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the token's text.
   * @throws AppError `role_required` for another user's token, `user_not_found`, `context_not_found`.
   */
  async create(caller: Principal, userId: number, wanted: WantedContexts): Promise<string> {
    refuseOthers(caller, userId);
    const id = uuidV7();
    const text = randomAlphanumeric(TEXT_LENGTH);
    await this.transactions.run(async (transaction) => {
      await this.lockOwner(transaction, userId);
      const codes = await this.contexts.resolve(transaction, wanted);
      const issuedAt = this.clock.now();
      await this.tokens.insert(transaction, { id, userId, codes, issuedAt, ...this.texts.keep(id, text) });
    });
    this.logger.log({ msg: 'Context token made', tokenId: id, userId, byUserId: caller.userId });
    return text;
  }

  /** @throws AppError `role_required`, `token_not_found`, `user_not_found`, `context_not_found`. */
  async change(caller: Principal, text: string, { userId, contexts }: ContextTokenChanges): Promise<void> {
    if (userId !== undefined) refuseOthers(caller, userId);
    const { id } = (await this.verifier.find(text)) ?? notFound();
    await this.transactions.run(async (transaction) => {
      // Before the token, as whoever disables the user does: the other way round each could wait for the other.
      const holder = userId === undefined || (await this.tokens.lockOwner(transaction, userId));
      if (!(await this.tokens.lockActive(transaction, id, ownerOf(caller)))) notFound();
      if (!holder) unknownUser(userId);
      if (userId !== undefined) await this.tokens.updateUser(transaction, id, userId);
      if (contexts === undefined) return;
      await this.tokens.replaceContexts(transaction, id, await this.contexts.resolve(transaction, contexts));
    });
    this.logger.log({ msg: 'Context token changed', tokenId: id, userId, byUserId: caller.userId });
  }

  /** Of two calls at once, one ends it. @throws AppError `token_not_found`. */
  async revoke(caller: Principal, text: string): Promise<void> {
    const { id } = (await this.verifier.find(text)) ?? notFound();
    const now = this.clock.now();
    const ended = await this.transactions.run((transaction) =>
      this.tokens.revoke(transaction, { id, ownerId: ownerOf(caller), now }),
    );
    if (!ended) notFound();
    this.logger.log({ msg: 'Context token revoked', tokenId: id, byUserId: caller.userId });
  }

  private async lockOwner(transaction: Transaction, userId: number): Promise<void> {
    if (!(await this.tokens.lockOwner(transaction, userId))) unknownUser(userId);
  }
}

function refuseOthers(caller: Principal, userId: number): void {
  if (caller.role === 'admin' || caller.userId === userId) return;
  throw new AppError('role_required', 'Only an admin manages the tokens of others');
}

function unknownUser(userId: number | undefined): never {
  throw new AppError('user_not_found', `There is no enabled user ${userId}`);
}

function notFound(): never {
  throw new AppError('token_not_found', 'Unknown token');
}

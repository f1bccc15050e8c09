import { Injectable } from '@nestjs/common';
import type { UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { tokenIdOf, type Principal } from '../common/principal.js';
import { tokenTarget } from '../common/security-event.js';
import { ContextTokenRepository } from '../database/repositories/context-token.repository.js';
import type { Admission, InsertedTokens, NewToken } from '../database/repositories/inserted-tokens.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import type { Transaction } from '../database/transaction.js';
import { TransactionRunner } from '../database/transactions.js';
import { newOpaqueText } from '../tokens/opaque-text.js';
import { SettingsService } from '../settings/settings.service.js';
import { tokenIssued, tokenRevoked } from '../tokens/token-events.js';
import { TokenIssuer } from '../tokens/token-issuer.js';
import { AllowedContextsService } from './allowed-contexts.service.js';
import { ContextTokenVerifier } from './context-token-verifier.js';
import { ContextsService, type WantedContexts } from './contexts.service.js';
import { ownerOf } from './owner.js';
import { SealedTokenText } from './sealed-token-text.js';

/** What is absent stays as it is. */
export interface ContextTokenChanges {
  readonly userId?: number;
  readonly contexts?: WantedContexts;
}

interface Insertion {
  readonly userId: number;
  readonly token: NewToken;
  readonly secret: string;
  readonly wanted: WantedContexts;
  readonly admission: Admission;
}

/** Creates, changes and ends context tokens: an admin those of everyone, anybody else their own. */
@Injectable()
export class ContextTokensService {
  constructor(
    private readonly tokens: ContextTokenRepository,
    private readonly registry: TokenRepository,
    private readonly issuer: TokenIssuer,
    private readonly contexts: ContextsService,
    private readonly allowed: AllowedContextsService,
    private readonly verifier: ContextTokenVerifier,
    private readonly texts: SealedTokenText,
    private readonly settings: SettingsService,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the token's text.
   * @throws AppError `role_required` for another user's token, `user_not_found`, `context_not_found`,
   *   `context_not_allowed`, `token_limit_reached`; `token_invalid` or `credentials_invalid` where what the caller
   *   authenticated by has just ended.
   */
  async create(actor: UserActor, userId: number, wanted: WantedContexts): Promise<string> {
    refuseOthers(actor.principal, userId);
    const secret = newOpaqueText('context');
    const request = { kind: 'context', lifetimeSeconds: null, secret } as const;
    const issued = await this.issuer.issue(userId, [request], ([token], admission) =>
      this.transactions.run((transaction) =>
        this.insert(actor, transaction, { userId, token: token!, secret, wanted, admission }),
      ),
    );
    if (!issued) unknownUser(userId);
    return secret;
  }

  /**
   * @throws AppError `role_required`, `token_not_found`, `user_not_found`, `context_not_found`, `context_not_allowed`,
   *   `token_limit_reached`.
   */
  async change(actor: UserActor, text: string, { userId, contexts }: ContextTokenChanges): Promise<void> {
    const { principal } = actor;
    if (userId !== undefined) refuseOthers(principal, userId);
    const { id } = (await this.verifier.findActive(text)) ?? notFound();
    const limit = await this.settings.get('maxTokensPerUser');
    await this.transactions.runForUser(principal.userId, async (transaction) => {
      // Before the token, as whoever disables the user does: the other way round each could wait for the other.
      const owner = userId === undefined || (await this.tokens.lockOwner(transaction, userId, { limit }));
      const before = (await this.tokens.lockActive(transaction, id, ownerOf(principal))) ?? notFound();
      if (!owner) unknownUser(userId);
      const codes = contexts && (await this.contexts.resolve(transaction, contexts));
      const isMoved = userId !== undefined && userId !== before;
      const wanted = codes ?? (isMoved ? await this.tokens.listCodes(transaction, id) : []);
      await this.allowed.refuseForbidden(transaction, userId ?? before, wanted);
      if (isMoved) await this.tokens.updateUser(transaction, id, { userId, now: this.clock.now(), limit });
      if (codes) await this.tokens.replaceContexts(transaction, id, codes);
      const changes = {
        ...(userId !== undefined && { userId: { from: before, to: userId } }),
        ...(codes && { codes }),
      };
      transaction.record(actor, { action: 'token.changed', target: tokenTarget(id), changes });
    });
  }

  /** Ends a suspended one too. Of two calls at once, one ends it. @throws AppError `token_not_found`. */
  async revoke(actor: UserActor, text: string): Promise<void> {
    const { id, userId } = (await this.verifier.find(text)) ?? notFound();
    await this.transactions.runForUser(actor.principal.userId, async (transaction) => {
      const ending = { actor, reason: 'Deleted', at: this.clock.now() };
      if (!(await this.registry.revokeById(transaction, ending, id, ownerOf(actor.principal)))) notFound();
      transaction.record(actor, tokenRevoked({ id, kind: 'context', userId }));
    });
  }

  private async insert(
    actor: UserActor,
    transaction: Transaction,
    { userId, token, secret, wanted, admission }: Insertion,
  ): Promise<InsertedTokens | null> {
    if (!(await this.tokens.lockOwner(transaction, userId, admission))) unknownUser(userId);
    await this.refuseEnded(transaction, actor.principal);
    const codes = await this.contexts.resolve(transaction, wanted);
    await this.allowed.refuseForbidden(transaction, userId, codes);
    const { sealedText, secretDigest } = this.texts.keep(token.id, secret);
    const row = { userId, token: { ...token, secretDigest }, sealedText, codes };
    const inserted = await this.tokens.insert(actor, transaction, row, admission);
    if (inserted) transaction.record(actor, tokenIssued(token, userId, { codes }));
    return inserted;
  }

  /** Else a token would outlive the act that ends all tokens of its owner, which waits for the same lock. */
  private async refuseEnded(transaction: Transaction, caller: Principal): Promise<void> {
    if (await this.tokens.isStillAuthenticated(transaction, caller)) return;
    throw tokenIdOf(caller) !== null
      ? new AppError('token_invalid', 'Invalid or expired token')
      : new AppError('credentials_invalid', 'Invalid username or password');
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

import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { passwordVersionOf } from '../common/principal.js';
import { ApiKeyRepository, type ApiKeyRow } from '../database/repositories/api-key.repository.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { UserRepository } from '../database/repositories/user.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import type { KindClaims } from '../tokens/jwt-format.js';
import { tokenIssued, tokenRevoked } from '../tokens/token-events.js';
import { TokenIssuer, type IssuedToken, type TokenRequest } from '../tokens/token-issuer.js';
import { describeApiKey, type ApiKey } from './api-key.js';
import { ApiKeyCache } from './api-key-cache.js';

/** A named token that is wanted. */
export interface ApiKeyRequest {
  readonly description: string;
  /** Until it expires; may have a fraction. */
  readonly lifetimeSeconds: number;
  /** What the token says besides what all say. */
  readonly claims: (id: string) => KindClaims;
}

export interface IssuedApiKey {
  readonly id: string;
  /** The token's text, which is stored nowhere. */
  readonly secret: string;
  readonly description: string;
  readonly lifetimeSeconds: number;
}

/** Long-lived tokens that have a name. Each is its owner's affair alone: an admin sees no more than anyone else. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly apiKeys: ApiKeyRepository,
    private readonly cache: ApiKeyCache,
    private readonly tokens: TokenRepository,
    private readonly users: UserRepository,
    private readonly transactions: TransactionRunner,
    private readonly issuer: TokenIssuer,
    private readonly clock: Clock,
  ) {}

  /**
   * Issues one to the actor.
   * @throws AppError `description_taken_or_blank`, `token_limit_reached`, or `credentials_invalid` where they were
   *   disabled or got another password in the meantime.
   */
  async create(actor: UserActor, { description, lifetimeSeconds, claims }: ApiKeyRequest): Promise<IssuedApiKey> {
    if (description.trim() === '') throw unusableDescription();
    const { principal } = actor;
    const { userId, username, role } = principal;
    const owner = { userId, username, role, passwordVersion: passwordVersionOf(principal) };
    const request: TokenRequest = { kind: 'api_key', lifetimeSeconds, claims: ({ id }) => claims(id) };
    const issued = await this.issuer.issue(userId, [request], async ([token], admission) => {
      const recorded = { actor, event: tokenIssued(token!, userId, { name: description }) };
      const apiKey = { token: token!, description, lifetimeSeconds };
      const inserted = await this.apiKeys.insert(recorded, owner, apiKey, admission);
      if (inserted === 'taken') throw unusableDescription();
      return inserted;
    });
    if (!issued) throw new AppError('credentials_invalid', 'Invalid username or password');
    const [{ id, text: secret }] = issued as [IssuedToken];
    return { id, secret, description, lifetimeSeconds };
  }

  /** @throws AppError `api_key_not_found`, for an id that is another user's as for one that is no id at all. */
  async getKey(userId: number, id: string): Promise<ApiKey> {
    const row = this.cache.find(userId, id) ?? (isUuid(id) ? await this.find(userId, id) : undefined);
    return row ? describeApiKey(row, this.clock.now()) : notFound();
  }

  /** Ends the actor's token on every instance, and frees its description. @throws AppError as `getKey`. */
  async deleteKey(actor: UserActor, id: string): Promise<void> {
    if (!isUuid(id)) notFound();
    const { userId } = actor.principal;
    await this.transactions.runForUser(userId, async (transaction) => {
      await this.users.lockById(transaction, userId);
      const description = await this.apiKeys.delete(transaction, userId, id);
      if (description === undefined) notFound();
      await this.tokens.revokeById(transaction, { actor, reason: 'Deleted', at: this.clock.now() }, id);
      transaction.record(actor, tokenRevoked({ id, kind: 'api_key', userId }, description));
    });
  }

  private async find(userId: number, id: string): Promise<ApiKeyRow | undefined> {
    const found = await this.apiKeys.find(userId, id);
    if (found && found.idx !== null) this.cache.add(userId, found.row, found.idx);
    return found?.row;
  }
}

function unusableDescription(): AppError {
  return new AppError('description_taken_or_blank', 'The description is blank, or that of another token of the user');
}

function notFound(): never {
  throw new AppError('api_key_not_found', 'The user has no token of this id');
}

import { Injectable } from '@nestjs/common';
import { v7 as uuidV7, validate as isUuid } from 'uuid';
import { AppError } from '../common/app-error.js';
import { Clock, epochSeconds } from '../common/clock.js';
import type { Principal } from '../common/principal.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import { ApiKeyRepository, type ApiKeyRow } from '../database/repositories/api-key.repository.js';
import { UserRepository } from '../database/repositories/user.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { JwtFormat } from '../tokens/jwt-format.js';
import { ApiKeyCache } from './api-key-cache.js';

export interface ApiKey {
  readonly id: string;
  readonly description: string;
  /** As it was asked for, in seconds. */
  readonly lifetimeSeconds: number;
  /** With its fractions; 0 from the moment on that the token is refused. */
  readonly remainingSeconds: number;
}

export interface NewApiKey {
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
    private readonly remembered: ApiKeyCache,
    private readonly users: UserRepository,
    private readonly transactions: TransactionRunner,
    private readonly format: JwtFormat,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
  ) {}

  /**
   * @param lifetimeSeconds until it expires; may have a fraction.
   * @throws AppError `description_taken_or_blank`, or `credentials_invalid` where the owner was disabled
   *   or got another password in the meantime.
   */
  async create(owner: Principal, description: string, lifetimeSeconds: number): Promise<NewApiKey> {
    if (description.trim() === '') throw unusableDescription();
    const { userId, username, role, passwordVersion } = owner;
    // As TokensService.issue: the signing key is known to be the current one.
    await this.feed.whenFresh();
    const issuedAt = this.clock.now();
    // `exp` counts whole seconds: a lifetime with a fraction ends with the second that it ends in.
    const expiresAt = new Date((epochSeconds(issuedAt) + Math.ceil(lifetimeSeconds)) * 1000);
    const id = uuidV7();
    const times = { lifetimeSeconds, issuedAt, expiresAt };
    const inserted = await this.apiKeys.insert({ id, userId, description, passwordVersion, ...times });
    if (!inserted) throw new AppError('credentials_invalid', 'Invalid username or password');
    if (inserted.idx === null) throw unusableDescription();
    const secret = this.format.sign({
      ...{ id, idx: inserted.idx, kind: 'api_key', userId, username, role, issuedAt, expiresAt },
      kindClaims: { jwt_token_id: id, jwt_token_description: description },
    });
    return { id, secret, description, lifetimeSeconds };
  }

  /** In the order in which they were made, expired ones too. @throws AppError `api_key_not_found` where there is none. */
  async listKeys(userId: number): Promise<ApiKey[]> {
    const rows = await this.apiKeys.listOfUser(userId);
    if (rows.length === 0) throw new AppError('api_key_not_found', 'Tokens does not exist');
    const now = this.clock.now();
    return rows.map((row) => describe(row, now));
  }

  /** @throws AppError `api_key_not_found`, for an id that is not his as for one that is no id at all. */
  async getKey(userId: number, id: string): Promise<ApiKey> {
    const row = this.remembered.find(userId, id) ?? (isUuid(id) ? await this.find(userId, id) : undefined);
    return row ? describe(row, this.clock.now()) : notFound();
  }

  /** Ends the token on every instance, and frees its description. @throws AppError as `getKey`. */
  async deleteKey(userId: number, id: string): Promise<void> {
    if (!isUuid(id)) notFound();
    await this.transactions.run(async (transaction) => {
      await this.users.lockById(transaction, userId);
      const deleted = await this.apiKeys.delete(transaction, userId, id, this.clock.now());
      if (!deleted) notFound();
    });
  }

  private async find(userId: number, id: string): Promise<ApiKeyRow | undefined> {
    const found = await this.apiKeys.find(userId, id);
    if (found && found.idx !== null) this.remembered.add(userId, found.row, found.idx);
    return found?.row;
  }
}

function describe({ id, description, lifetimeSeconds, endsAt }: ApiKeyRow, now: Date): ApiKey {
  const remaining = (endsAt.getTime() - now.getTime()) / 1000;
  return { id, description, lifetimeSeconds, remainingSeconds: Math.min(lifetimeSeconds, Math.max(0, remaining)) };
}

function unusableDescription(): AppError {
  return new AppError('description_taken_or_blank', 'Token description already exists or is blank');
}

function notFound(): never {
  throw new AppError('api_key_not_found', 'Token does not exist, make sure to enter correct token id');
}

import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SYSTEM, type Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import type { TokenEnding } from '../common/token-ending.js';
import type { SigningKeyEntity } from '../database/entities/signing-key.entity.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { KeyRotationService } from '../signing-keys/key-rotation.service.js';
import { keyTarget } from '../signing-keys/signing-key.js';

/** A signing key with the number of active tokens that it signed. */
export type SigningKeyWithTokens = SigningKeyEntity & { readonly liveTokens: number };

export interface RevokedSigningKey {
  /** How many active tokens it had signed. */
  readonly endedTokens: number;
  /** The name of the key that signs. */
  readonly currentKid: string;
}

/** So many rows are marked well within a statement's time limit, and fit into one event for each follower. */
const BATCH = 5_000;
const MAINTENANCE_MS = 300_000;

/**
 * Signing keys, and the tokens that they signed. Revoking a key ends all its tokens at once. Their rows are marked
 * afterwards, for the lists that show them; what a crash leaves unmarked is marked by maintenance.
 */
@Injectable()
export class SigningKeyTokensService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SigningKeyTokensService.name);
  private timer: NodeJS.Timeout | undefined;
  private marking: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly rotation: KeyRotationService,
    private readonly tokens: TokenRepository,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.markInBackground();
    this.timer = setInterval(() => this.markInBackground(), MAINTENANCE_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopping = true;
    await this.marking;
  }

  /** Every key, the revoked ones too, from the newest on. */
  async listKeys(): Promise<SigningKeyWithTokens[]> {
    const keys = await this.rotation.listKeys();
    const counted = keys.filter(({ state }) => state !== 'revoked' && state !== 'next').map(({ id }) => id);
    const counts = await this.tokens.countActiveByKey(counted, this.clock.now());
    return keys.map((key) => ({ ...key, liveTokens: counts.get(key.id) ?? 0 }));
  }

  /** As `KeyRotationService.rotate`. @returns as `listKeys`. */
  async rotate(actor: Actor): Promise<SigningKeyWithTokens[]> {
    await this.rotation.rotate(actor);
    return this.listKeys();
  }

  /**
   * Ends everything that the key signed, on every instance within a second. If it was the current one, another signs.
   * @throws AppError as `KeyRotationService.revoke`.
   */
  async revoke(actor: Actor, id: number, reason: string): Promise<RevokedSigningKey> {
    const { kid, currentKid } = await this.rotation.revoke(actor, id, reason);
    const endedTokens = (await this.tokens.countActiveByKey([id], this.clock.now())).get(id) ?? 0;
    await this.markBatch(actor, { id, kid }, { actor, reason });
    if (endedTokens > BATCH) this.markInBackground();
    return { endedTokens, currentKid };
  }

  private markInBackground(): void {
    this.marking = this.marking
      .then(() => this.markAll())
      .catch((err: unknown) => this.logger.warn({ msg: 'Tokens of revoked signing keys were not marked', err }));
  }

  private async markAll(): Promise<void> {
    const keys = await this.rotation.listKeys();
    for (const key of keys.filter(({ state }) => state === 'revoked')) {
      const by = revocationOf(key);
      let marked = BATCH;
      while (marked === BATCH && !this.stopping) marked = await this.markBatch(SYSTEM, key, by);
    }
  }

  /** @returns how many rows it marked. */
  private markBatch(
    actor: Actor,
    key: Pick<SigningKeyEntity, 'id' | 'kid'>,
    revocation: Omit<TokenEnding, 'at'>,
  ): Promise<number> {
    const ending = { ...revocation, at: this.clock.now() };
    return this.transactions.run(async (transaction) => {
      const endedTokens = await this.tokens.revokeOfKey(transaction, ending, { keyId: key.id, limit: BATCH });
      const event = { action: 'tokens.revoked_of_key', target: keyTarget(key.kid), changes: { endedTokens } } as const;
      if (endedTokens > 0) transaction.record(actor, event);
      return endedTokens;
    });
  }
}

/** By whom and why its tokens end, also where another instance, or one that crashed, began with it. */
function revocationOf({ revokedById, revokedReason }: SigningKeyEntity): Omit<TokenEnding, 'at'> {
  const actor = revokedById === null ? SYSTEM : ({ type: 'user', principal: { userId: revokedById } } as const);
  return { actor, reason: revokedReason ?? 'Signing key revoked' };
}

import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SIGNING_SLACK_SECONDS } from '@tessera-auth/verifier/protocol/signing-days';
import { SYSTEM, type Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { Config } from '../config/config.js';
import type { SigningKeyEntity } from '../database/entities/signing-key.entity.js';
import { SigningKeyRepository, type NewSigningKey } from '../database/repositories/signing-key.repository.js';
import type { Transaction } from '../database/transaction.js';
import { TransactionRunner } from '../database/transactions.js';
import { KeySeal } from './key-seal.js';
import { keyTarget } from './signing-key.js';
import { SigningKeysService } from './signing-keys.service.js';

/** How long verifiers may keep the published keys without asking again. */
export const JWKS_MAX_AGE_SECONDS = 300;
/** A key is published for this long before it signs: the life of the oldest copy, and as much again for slow clocks. */
const LEAD_SECONDS = 2 * JWKS_MAX_AGE_SECONDS;
const MAINTENANCE_MS = 300_000;
const DAY_MS = 86_400_000;

/** Which key signs: by schedule and on command, one transaction each time. */
@Injectable()
export class KeyRotationService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(KeyRotationService.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: SigningKeyRepository,
    private readonly keys: SigningKeysService,
    private readonly seal: KeySeal,
    private readonly transactions: TransactionRunner,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.maintain();
    this.timer = setInterval(() => {
      this.maintain().catch((err: unknown) => this.logger.warn({ msg: 'Maintenance of the signing keys failed', err }));
    }, MAINTENANCE_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Every key, the revoked ones too, from the newest on. */
  listKeys(): Promise<SigningKeyEntity[]> {
    return this.repository.listAll();
  }

  /**
   * The next key signs from now on, and another next is published.
   * @throws AppError `rotation_too_early` where the next is not published long enough.
   */
  async rotate(actor: Actor): Promise<void> {
    const waitSeconds = await this.change(async (transaction, rows) => {
      const seconds = this.secondsUntilReady(rows);
      if (seconds <= 0) await this.retireCurrent(actor, transaction, rows);
      else await this.publishNext(transaction, rows);
      return seconds;
    });
    if (waitSeconds <= 0) return;
    throw new AppError('rotation_too_early', 'The next key is not published long enough for all to know it', {
      details: { retryAfterSeconds: waitSeconds },
    });
  }

  /**
   * From the commit on nothing is valid that the key signed. If it was the current one, the next one signs at once,
   * however young it is: verifiers that do not know it yet look for it.
   * @returns the names of the revoked key and of the one that signs.
   * @throws AppError `signing_key_not_found`, `signing_key_revoked`.
   */
  revoke(actor: Actor, id: number, reason: string): Promise<{ kid: string; currentKid: string }> {
    return this.change(async (transaction, rows) => {
      const key = rows.find((row) => row.id === id);
      if (!key) throw new AppError('signing_key_not_found', 'There is no signing key of this id');
      if (key.state === 'revoked') throw new AppError('signing_key_revoked', 'The signing key is revoked already');
      transaction.announce({ type: 'signing_key_revoked', kid: key.kid });
      const currentKid = await this.endKey(transaction, rows, key);
      const revokedById = actor.type === 'user' ? actor.principal.userId : null;
      await this.repository.update(transaction, { id, revokedById, revokedReason: reason });
      transaction.record(actor, { action: 'key.revoked', target: keyTarget(key.kid), reason, changes: { currentKid } });
      return { kid: key.kid, currentKid };
    });
  }

  /** Publishes the next key where there is none, rotates where it is time, and drops what nobody needs any more. */
  async maintain(): Promise<void> {
    await this.change(async (transaction, rows) => {
      const now = this.clock.now();
      if (this.isDue(rows, now)) await this.retireCurrent(SYSTEM, transaction, rows);
      else await this.publishNext(transaction, rows);
      const deleted = await this.repository.deleteUnneeded(transaction, now, SIGNING_SLACK_SECONDS);
      for (const kid of deleted) transaction.record(SYSTEM, { action: 'key.deleted', target: keyTarget(kid) });
      if (deleted.length > 0) transaction.announce({ type: 'signing_keys_changed' });
    });
  }

  /** Of changes at the same time each sees what the one before has done. When it returns, this instance knows. */
  private async change<T>(work: (transaction: Transaction, rows: SigningKeyEntity[]) => Promise<T>): Promise<T> {
    const result = await this.transactions.run(async (transaction) =>
      work(transaction, await this.repository.lockAll(transaction)),
    );
    await this.keys.load();
    return result;
  }

  /** @returns the name of the key that signs from now on. */
  private async endKey(
    transaction: Transaction,
    rows: readonly SigningKeyEntity[],
    { id, state }: SigningKeyEntity,
  ): Promise<string> {
    if (state === 'current') return (await this.replaceCurrent(transaction, rows, 'revoked')).kid;
    await this.repository.update(transaction, { id, state: 'revoked', sealedPrivateKey: null });
    if (state === 'next') await this.publishNext(transaction, []);
    return currentOf(rows).kid;
  }

  /** Does nothing if there is a next key among `rows`. */
  private async publishNext(transaction: Transaction, rows: readonly SigningKeyEntity[]): Promise<void> {
    if (nextOf(rows)) return;
    const { kid } = await this.insert(transaction, 'next');
    transaction.announce({ type: 'signing_keys_changed' });
    transaction.record(SYSTEM, { action: 'key.published', target: keyTarget(kid) });
  }

  private async retireCurrent(
    actor: Actor,
    transaction: Transaction,
    rows: readonly SigningKeyEntity[],
  ): Promise<void> {
    const { kid, published } = await this.replaceCurrent(transaction, rows, 'retired');
    const changes = { retired: currentOf(rows).kid, published };
    transaction.announce({ type: 'signing_keys_changed' });
    transaction.record(actor, { action: 'key.rotated', target: keyTarget(kid), changes });
  }

  /**
   * Has the next key sign, or a new one where there is none, and publishes another next.
   * @param state of the current key from now on.
   * @returns the names of the key that signs and of the one that is published.
   */
  private async replaceCurrent(
    transaction: Transaction,
    rows: readonly SigningKeyEntity[],
    state: 'retired' | 'revoked',
  ): Promise<{ kid: string; published: string }> {
    const now = this.clock.now();
    const ended = { id: currentOf(rows).id, state, retiredAt: now, sealedPrivateKey: null };
    await this.repository.update(transaction, ended);
    const next = nextOf(rows);
    if (next) await this.repository.update(transaction, { id: next.id, state: 'current', activatedAt: now });
    const { kid } = next ?? (await this.insert(transaction, 'current'));
    return { kid, published: (await this.insert(transaction, 'next')).kid };
  }

  private async insert(transaction: Transaction, state: 'current' | 'next'): Promise<NewSigningKey> {
    const key = this.seal.newRow(state, this.clock.now());
    await this.repository.insert(transaction, key);
    return key;
  }

  private isDue(rows: readonly SigningKeyEntity[], now: Date): boolean {
    const { activatedAt } = currentOf(rows);
    const lifeMs = this.config.keyRotationDays * DAY_MS;
    if (lifeMs === 0 || !activatedAt || now.getTime() - activatedAt.getTime() < lifeMs) return false;
    return this.secondsUntilReady(rows) <= 0;
  }

  private secondsUntilReady(rows: readonly SigningKeyEntity[]): number {
    const publishedAt = (nextOf(rows)?.createdAt ?? this.clock.now()).getTime();
    return Math.ceil((publishedAt + LEAD_SECONDS * 1000 - this.clock.now().getTime()) / 1000);
  }
}

function currentOf(rows: readonly SigningKeyEntity[]): SigningKeyEntity {
  return rows.find(({ state }) => state === 'current')!;
}

function nextOf(rows: readonly SigningKeyEntity[]): SigningKeyEntity | undefined {
  return rows.find(({ state }) => state === 'next');
}

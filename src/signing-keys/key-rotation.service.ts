import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SYSTEM, type Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { Config } from '../config/config.js';
import type { SigningKeyEntity } from '../database/entities/signing-key.entity.js';
import { SigningKeyRepository } from '../database/repositories/signing-key.repository.js';
import type { Transaction } from '../database/transaction.js';
import { TransactionRunner } from '../database/transactions.js';
import { KeySeal } from './key-seal.js';
import { keyTarget } from './signing-key.js';
import { SigningKeysService } from './signing-keys.service.js';

/** How long verifiers may keep the published keys without asking again. */
export const JWKS_MAX_AGE_SECONDS = 300;
/** A key is published for this long before it signs: the life of the oldest copy, and as much again for slow clocks. */
const LEAD_SECONDS = 2 * JWKS_MAX_AGE_SECONDS;
/** Between two instances' clocks, and between a rotation and its last signature elsewhere; longer than a status list lives. */
const SLACK_SECONDS = 900;
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

  /** Every key, from the newest on. */
  listKeys(): Promise<SigningKeyEntity[]> {
    return this.repository.listAll();
  }

  /**
   * The next key signs from now on, and another next is published.
   * @throws AppError `rotation_too_early` where the next is not published long enough.
   */
  async rotate(actor: Actor): Promise<SigningKeyEntity[]> {
    await this.change(async (transaction, rows) => {
      const waitSeconds = this.secondsUntilReady(rows);
      if (waitSeconds > 0) {
        throw new AppError('rotation_too_early', 'The next key is not published long enough for all to know it', {
          details: { retryAfterSeconds: waitSeconds },
        });
      }
      await this.activateNext(actor, transaction, rows);
      return true;
    });
    return this.listKeys();
  }

  /** Publishes the next key where there is none, rotates where it is time, and drops what nobody needs any more. */
  async maintain(): Promise<void> {
    await this.change(async (transaction, rows) => {
      const now = this.clock.now();
      const due = this.isDue(rows, now);
      if (due) await this.activateNext(SYSTEM, transaction, rows);
      const missing = !rows.some(({ state }) => state === 'next');
      if (missing) await this.publishNext(transaction, now);
      const deleted = await this.repository.deleteUnneeded(transaction, now, SLACK_SECONDS);
      for (const kid of deleted) transaction.record(SYSTEM, { action: 'key.deleted', target: keyTarget(kid) });
      return due || missing || deleted.length > 0;
    });
  }

  private async change(work: (transaction: Transaction, rows: SigningKeyEntity[]) => Promise<boolean>): Promise<void> {
    await this.transactions.run(async (transaction) => {
      const rows = await this.repository.lockAll(transaction);
      if (await work(transaction, rows)) transaction.announce({ type: 'signing_keys_changed' });
    });
    await this.keys.load();
  }

  private async publishNext(transaction: Transaction, now: Date): Promise<void> {
    const next = this.seal.newRow('next', now);
    await this.repository.insert(transaction, next);
    transaction.record(SYSTEM, { action: 'key.published', target: keyTarget(next.kid) });
  }

  private async activateNext(actor: Actor, transaction: Transaction, rows: readonly SigningKeyEntity[]): Promise<void> {
    const now = this.clock.now();
    const current = rows.find(({ state }) => state === 'current')!;
    const next = rows.find(({ state }) => state === 'next')!;
    const retired = { state: 'retired', retiredAt: now, sealedPrivateKey: null } as const;
    await this.repository.update(transaction, { kid: current.kid, ...retired });
    await this.repository.update(transaction, { kid: next.kid, state: 'current', activatedAt: now });
    const published = this.seal.newRow('next', now);
    await this.repository.insert(transaction, published);
    const changes = { retired: current.kid, published: published.kid };
    transaction.record(actor, { action: 'key.rotated', target: keyTarget(next.kid), changes });
  }

  private isDue(rows: readonly SigningKeyEntity[], now: Date): boolean {
    const { activatedAt } = rows.find(({ state }) => state === 'current')!;
    const lifeMs = this.config.keyRotationDays * DAY_MS;
    if (lifeMs === 0 || !activatedAt || now.getTime() - activatedAt.getTime() < lifeMs) return false;
    return this.secondsUntilReady(rows) <= 0;
  }

  private secondsUntilReady(rows: readonly SigningKeyEntity[]): number {
    const next = rows.find(({ state }) => state === 'next');
    const publishedAt = (next?.createdAt ?? this.clock.now()).getTime();
    return Math.ceil((publishedAt + LEAD_SECONDS * 1000 - this.clock.now().getTime()) / 1000);
  }
}

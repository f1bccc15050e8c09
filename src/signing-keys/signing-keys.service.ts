import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import type { Change } from '../database/changes/change.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import type { ChangeSubscriber } from '../database/changes/change-subscriber.js';
import type { SigningKeyEntity } from '../database/entities/signing-key.entity.js';
import { SigningKeyRepository } from '../database/repositories/signing-key.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { KeySeal } from './key-seal.js';
import { keyTarget, parsePublicKey, publishedKey, type PublishedKey, type SigningKey } from './signing-key.js';

/** The keys of the database in memory. A key is here long before its first signature, so that none is ever unknown. */
@Injectable()
export class SigningKeysService implements OnModuleInit, ChangeSubscriber {
  private readonly logger = new Logger(SigningKeysService.name);
  private byKid: ReadonlyMap<string, PublishedKey> = new Map();
  private currentKey: SigningKey;
  private loads = 0;
  private latestLoad: Promise<void> | undefined;

  constructor(
    private readonly repository: SigningKeyRepository,
    private readonly transactions: TransactionRunner,
    private readonly seal: KeySeal,
    private readonly clock: Clock,
    feed: ChangeFeed,
  ) {
    feed.subscribe(this);
  }

  /** @throws Error where the keys in the database were sealed with another master key. */
  async onModuleInit(): Promise<void> {
    const first = this.seal.newRow('current', this.clock.now());
    await this.transactions.run(async (transaction) => {
      if (!(await this.repository.insertIfNone(transaction, first))) return;
      transaction.record(SYSTEM, { action: 'key.published', target: keyTarget(first.kid) });
    });
    await this.load();
  }

  /**
   * The key that signs. If the one before was revoked a moment ago, the database is asked which one follows.
   * @throws the error of the database.
   */
  async current(): Promise<SigningKey> {
    if (!this.find(this.currentKey.kid)) await this.load();
    return this.currentKey;
  }

  /** The key that a token names; undefined where there is none, or none any more. */
  find(kid: string): PublishedKey | undefined {
    return this.byKid.get(kid);
  }

  /** Every key that verifiers must know, from the newest on. */
  list(): PublishedKey[] {
    return [...this.byKid.values()];
  }

  /** Since when the current key signs, in whole seconds since 1970; null where that is not known. */
  signsFrom(): number | null {
    return this.find(this.currentKey.kid)?.signsFrom ?? null;
  }

  /** Reads the keys again. Of several readings at once the latest counts, and all wait for it. */
  load(): Promise<void> {
    this.latestLoad = this.read(++this.loads);
    return this.latestLoad;
  }

  /** Asks the database. From then on this instance knows it too, and which key signs instead. */
  async isRevoked({ kid }: SigningKey): Promise<boolean> {
    await this.load();
    return !this.find(kid);
  }

  apply(change: Change): void {
    // Before the keys are read again: nothing that it signed is accepted meanwhile.
    if (change.type === 'signing_key_revoked') this.drop(change.kid);
    else if (change.type !== 'signing_keys_changed') return;
    this.load().catch((err: unknown) => {
      this.logger.warn({ msg: 'The signing keys could not be read; the next round of maintenance reads them', err });
    });
  }

  /**
   * Seals the private keys with the current master key, where another one sealed them.
   * @returns how many that were.
   */
  async reseal(): Promise<number> {
    let resealed = 0;
    for (const row of await this.repository.listAll()) {
      const sealed = this.seal.reseal(row);
      if (!sealed) continue;
      await this.replaceSealed(row, sealed);
      resealed++;
    }
    return resealed;
  }

  private async replaceSealed({ kid, sealedPrivateKey }: SigningKeyEntity, sealed: Buffer): Promise<void> {
    await this.transactions.run(async (transaction) => {
      if (!(await this.repository.replaceSealedPrivateKey(transaction, kid, sealedPrivateKey!, sealed))) return;
      transaction.record(SYSTEM, { action: 'key.resealed', target: keyTarget(kid) });
    });
  }

  private async read(load: number): Promise<void> {
    const rows = await this.repository.listAll();
    if (load === this.loads) this.use(rows.filter(({ state }) => state !== 'revoked'));
    else await this.latestLoad;
  }

  private drop(kid: string): void {
    this.byKid = new Map([...this.byKid].filter(([other]) => other !== kid));
  }

  /** @param rows those that are not revoked. */
  private use(rows: readonly SigningKeyEntity[]): void {
    const current = rows.find(({ state }) => state === 'current')!;
    if (this.currentKey?.kid !== current.kid) this.currentKey = this.seal.open(current);
    this.byKid = new Map(
      rows.map((row) => {
        const publicKey = this.byKid.get(row.kid)?.publicKey ?? parsePublicKey(row.publicKey);
        return [row.kid, publishedKey(row, publicKey)];
      }),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../common/actor.js';
import { auditEventOf, payloadOf } from '../../common/audit-event.js';
import { Clock, epochSeconds } from '../../common/clock.js';
import { Config } from '../../config/config.js';
import { AuditEventRepository } from '../../database/repositories/audit-event.repository.js';
import { AuditTreeRepository } from '../../database/repositories/audit-tree.repository.js';
import type { Transaction } from '../../database/transaction.js';

/** Why the tree of before cannot be gone on with. */
export type EpochCause = 'database_restored' | 'checkpoint_lost' | 'tree_damaged';

/** The last checkpoint that is known of the log, as a signed note, and its epoch. */
export interface LastCheckpoint {
  readonly epoch: number;
  readonly note: string;
}

export interface StartedEpoch {
  readonly epoch: number;
  readonly origin: string;
  /** The text of the event that its tree begins with; the first epoch of all has none. */
  readonly firstPayloads: readonly string[];
}

/**
 * Starts epochs: each is a log of its own, with its own origin. A tree from which leaves were lost cannot be gone on
 * with, since those who know its checkpoints would rightly see a log that was rolled back.
 */
@Injectable()
export class EpochStarter {
  constructor(
    private readonly tree: AuditTreeRepository,
    private readonly events: AuditEventRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The first epoch of all, number 0. */
  async startFirst(transaction: Transaction): Promise<StartedEpoch> {
    const origin = await this.insert(transaction, 0);
    return { epoch: 0, origin, firstPayloads: [] };
  }

  /**
   * The epoch after `last`. Its number is the second in which it begins: two restores of one backup do not get the
   * same one.
   */
  async startAfter(transaction: Transaction, last: LastCheckpoint, cause: EpochCause): Promise<StartedEpoch> {
    const now = this.clock.now();
    const epoch = Math.max(epochSeconds(now), last.epoch + 1);
    const origin = await this.insert(transaction, epoch);
    const started = {
      action: 'audit.epoch_started',
      target: { type: 'audit_epoch', id: String(epoch), name: origin },
      reason: cause,
      changes: { lastCheckpoint: last.note },
    } as const;
    // Not by `transaction.record`: it is the first leaf of the new tree.
    const payload = payloadOf(auditEventOf({ actor: SYSTEM, event: started }, now));
    await this.events.placeFirst(transaction, epoch, payload);
    return { epoch, origin, firstPayloads: [payload] };
  }

  private async insert(transaction: Transaction, epoch: number): Promise<string> {
    // A key's name has no plus sign (c2sp.org/signed-note).
    const origin = `${this.config.publicUrl}/audit/${epoch}`.replaceAll('+', '%2B');
    const databaseIdentity = await this.tree.findIdentity(transaction);
    await this.tree.insertEpoch(transaction, { epoch, origin, databaseIdentity, beganAt: this.clock.now() });
    return origin;
  }
}

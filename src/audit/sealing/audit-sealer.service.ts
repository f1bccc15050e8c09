import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { AuditEventRepository } from '../../database/repositories/audit-event.repository.js';
import { AuditTreeRepository, type AuditHead } from '../../database/repositories/audit-tree.repository.js';
import type { Transaction } from '../../database/transaction.js';
import { TransactionRunner } from '../../database/transactions.js';
import { CheckpointKeyService } from '../checkpoints/checkpoint-key.service.js';
import { GrowingTree } from '../merkle/growing-tree.js';
import { leafHash } from '../merkle/hashes.js';
import { edgeOf } from '../merkle/tiles.js';
import { EpochStarter, type EpochCause } from './epoch-starter.js';
import { RefusedLoginRecorder } from './refused-login-recorder.js';

/** How often there is a checkpoint at most. */
const EVERY_MS = 1_000;
/** How many events one round takes at most: several times what comes in a second. */
const MAX_BATCH = 5_000;
const MIN_BATCH = 50;
/** After how many events their space is given to new ones: each look at the queue reads through it. */
const VACUUM_AFTER = 5_000;

/** An epoch whose tree is about to grow. */
interface OpenEpoch {
  readonly epoch: number;
  readonly origin: string;
  readonly tree: GrowingTree;
  readonly firstPayloads: readonly string[];
  readonly isNew: boolean;
}

/**
 * Gives events that have committed their place in the Merkle tree, and signs a checkpoint of it (RFC 9162, section 2).
 * Whoever records an event waits for nobody: one instance at a time seals what all of them wrote, and an event that
 * commits late gets a later leaf. Each round is one transaction, so one that is broken off has done nothing.
 */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(AuditSealer.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<number> | undefined;
  /** The last checkpoint that this instance knows: a database that has only earlier ones was rolled back. */
  private known: AuditHead | undefined;
  /** Smaller after a failure: on a database that is short of time, a large round might never come to its end. */
  private batch = MAX_BATCH;
  private sealedSinceVacuum = 0;

  constructor(
    private readonly events: AuditEventRepository,
    private readonly tree: AuditTreeRepository,
    private readonly epochs: EpochStarter,
    private readonly refusals: RefusedLoginRecorder,
    private readonly key: CheckpointKeyService,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.tick(() => this.seal());
    this.timer = setInterval(() => {
      if (!this.round) void this.tick(() => this.sealIfNeeded());
    }, EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.round?.catch(() => undefined);
  }

  /** @returns how many events were sealed; none where another instance is about it. */
  async seal(): Promise<number> {
    const sealed = await this.transactions.run(async (transaction) => {
      if (!(await this.tree.tryLock(transaction))) return undefined;
      const open = await this.open(transaction);
      await this.refusals.record(transaction, this.batch);
      const first = open.tree.size + open.firstPayloads.length;
      const placed = await this.events.placeUnsealed(transaction, open.epoch, first, this.batch);
      const payloads = [...open.firstPayloads, ...placed];
      return payloads.length > 0 || open.isNew ? this.append(transaction, open, payloads) : undefined;
    });
    if (!sealed) return 0;
    this.known = sealed.head;
    const { origin, size, note } = sealed.head;
    this.logger.log({ msg: 'Audit checkpoint', origin, size, checkpoint: note });
    this.sealedSinceVacuum += sealed.count;
    if (this.sealedSinceVacuum >= VACUUM_AFTER) {
      this.sealedSinceVacuum = 0;
      await this.events.vacuumQueue();
    }
    return sealed.count;
  }

  private async sealIfNeeded(): Promise<number> {
    return (await this.events.hasUnsealed()) || (await this.refusals.hasWork()) ? this.seal() : 0;
  }

  private async tick(work: () => Promise<number>): Promise<void> {
    this.round = work();
    try {
      await this.round;
      this.batch = Math.min(this.batch * 2, MAX_BATCH);
    } catch (err) {
      this.batch = Math.max(Math.floor(this.batch / 2), MIN_BATCH);
      this.logger.warn({ msg: 'The audit log could not be sealed', err });
    } finally {
      this.round = undefined;
    }
  }

  private async append(
    transaction: Transaction,
    { epoch, origin, tree }: OpenEpoch,
    payloads: readonly string[],
  ): Promise<{ head: AuditHead; count: number }> {
    for (const payload of payloads) tree.append(leafHash(payload));
    if (payloads.length > 0) await this.tree.putTiles(transaction, epoch, tree.changedTiles());
    const [size, root] = [tree.size, tree.root()];
    const head = { epoch, origin, firstKeptLeaf: 0, size, root, note: this.key.sign({ origin, size, root }) };
    await this.tree.insertCheckpoint(transaction, head, this.clock.now());
    return { head, count: payloads.length };
  }

  /** The epoch to go on with: the newest, or one that begins now because that one's tree is not the one that was. */
  private async open(transaction: Transaction): Promise<OpenEpoch> {
    const head = await this.tree.findCurrent(transaction);
    if (!head && !this.known) {
      return { ...(await this.epochs.startFirst(transaction)), tree: new GrowingTree(0, []), isNew: true };
    }
    const tree = head && (await this.load(transaction, head));
    const cause = await this.causeOfNewEpoch(transaction, head, tree);
    if (head && tree && !cause) return { ...head, tree, firstPayloads: [], isNew: false };
    const last = this.isBehindKnown(head) ? this.known! : head!;
    const started = await this.epochs.startAfter(transaction, last, cause!);
    this.logger.error({ msg: 'A new epoch of the audit log begins', cause, origin: started.origin, after: last.note });
    return { ...started, tree: new GrowingTree(0, []), isNew: true };
  }

  private async causeOfNewEpoch(
    transaction: Transaction,
    head: (AuditHead & { databaseIdentity: string }) | undefined,
    tree: GrowingTree | undefined,
  ): Promise<EpochCause | undefined> {
    if (this.isBehindKnown(head)) return 'checkpoint_lost';
    if ((await this.tree.findIdentity(transaction)) !== head!.databaseIdentity) return 'database_restored';
    return tree ? undefined : 'tree_damaged';
  }

  /** Whether the database lacks a checkpoint that this instance saw committed. */
  private isBehindKnown(head: AuditHead | undefined): boolean {
    if (!this.known) return false;
    if (!head || head.epoch < this.known.epoch) return true;
    if (head.epoch > this.known.epoch) return false;
    return head.size < this.known.size || (head.size === this.known.size && !head.root.equals(this.known.root));
  }

  /** The stored tree; undefined where it is not the one that its last checkpoint signed. */
  private async load(transaction: Transaction, { epoch, size, root }: AuditHead): Promise<GrowingTree | undefined> {
    try {
      const tree = new GrowingTree(size, await this.tree.listTiles(epoch, edgeOf(size), transaction));
      return tree.root().equals(root) ? tree : undefined;
    } catch (error) {
      // What the database says is not caught: that the tiles are too short is said by the tree alone.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }
}

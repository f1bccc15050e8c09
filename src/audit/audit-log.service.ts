import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import type { AuditEvent } from '../common/audit-event.js';
import { outcomeOf, type SecurityAction } from '../common/security-event.js';
import { AuditEventRepository, type PlacedEvent } from '../database/repositories/audit-event.repository.js';
import {
  AuditSearchRepository,
  type AuditFilter,
  type AuditPosition,
} from '../database/repositories/audit-search.repository.js';
import { AuditTreeRepository, type AuditHead } from '../database/repositories/audit-tree.repository.js';
import { CheckpointKeyService } from './checkpoints/checkpoint-key.service.js';
import { leafHash } from './merkle/hashes.js';
import { consistencyLeaves, inclusionLeaves } from './merkle/proofs.js';
import { TreeReader } from './tree-reader.service.js';

/** That an event is in the log (RFC 9162, section 2.1.3). */
export interface EventProof {
  /** The exact text that the leaf is the hash of. */
  readonly payload: string;
  readonly leafHash: Buffer;
  readonly leafIndex: number;
  readonly treeSize: number;
  readonly path: readonly Buffer[];
  /** Of the tree of this size, as a signed note. */
  readonly checkpoint: string;
}

/** That the log of one size goes on from that of another (RFC 9162, section 2.1.4). */
export interface GrowthProof {
  readonly first: number;
  readonly second: number;
  readonly path: readonly Buffer[];
}

export interface EventFilter extends AuditFilter {
  readonly action?: SecurityAction;
}

/** The audit log as it is read and proved. */
@Injectable()
export class AuditLogService {
  constructor(
    private readonly events: AuditEventRepository,
    private readonly searches: AuditSearchRepository,
    private readonly tree: AuditTreeRepository,
    private readonly reader: TreeReader,
    private readonly key: CheckpointKeyService,
  ) {}

  /** When the oldest event happened that is not in the tree yet; null where every one is. */
  findOldestUnsealed(): Promise<Date | null> {
    return this.events.findOldestUnsealed();
  }

  /** How many events are not in the tree yet, counted up to `limit`, and when the last checkpoint was made. */
  async readProgress(limit: number): Promise<{ unsealed: number; lastCheckpointAt: Date | null }> {
    const [unsealed, lastCheckpointAt] = await Promise.all([
      this.events.countUnsealed(limit),
      this.tree.findLastCheckpointTime(),
    ]);
    return { unsealed, lastCheckpointAt };
  }

  /** The newest events that fit, from those older than `position` on. */
  async listEvents(filter: EventFilter, position: AuditPosition | undefined, limit: number): Promise<AuditEvent[]> {
    const { action, outcome, ...others } = filter;
    // The action says what came of it: to look for both would read all of one kind for want of the other.
    if (action !== undefined && outcome !== undefined && outcome !== outcomeOf({ action })) return [];
    const wanted = action === undefined ? { outcome, ...others } : { action, ...others };
    const rows = await this.searches.listPage(wanted, position, limit);
    return rows.map(({ payload }) => JSON.parse(payload) as AuditEvent);
  }

  /** @throws AppError `audit_event_not_found`. */
  async getEvent(id: string): Promise<AuditEvent> {
    return JSON.parse((await this.find(id)).payload) as AuditEvent;
  }

  /** @throws AppError `audit_event_not_found`; `audit_event_not_sealed` where it is not in the tree yet. */
  async proveEvent(id: string): Promise<EventProof> {
    const { payload, epoch, leaf } = await this.find(id);
    if (epoch === null || leaf === null) {
      throw new AppError('audit_event_not_sealed', 'The event is not in the tree yet', {
        details: { retryAfterSeconds: 1 },
      });
    }
    const { size, note } = await this.getHead(epoch);
    const path = await this.reader.prove(epoch, inclusionLeaves(leaf, size));
    return { payload, leafHash: leafHash(payload), leafIndex: leaf, treeSize: size, path, checkpoint: note };
  }

  /**
   * That the newest epoch's log of `second` leaves, all of them where it is not given, goes on from that of `first`.
   * @throws AppError `invalid_request` where it never had as many.
   */
  async proveGrowth(first: number, second?: number): Promise<GrowthProof> {
    const { epoch, size } = await this.getHead();
    const end = second ?? size;
    if (end > size) throw invalid('second', `second must be at most ${size}, the size of the log`);
    if (first < 1 || first > end) throw invalid('first', `first must be a size from 1 to ${end}`);
    return { first, second: end, path: await this.reader.prove(epoch, consistencyLeaves(first, end)) };
  }

  /** The last checkpoint, as a signed note. */
  async getCheckpoint(): Promise<string> {
    return (await this.getHead()).note;
  }

  /** What verifies the checkpoints of the newest epoch. */
  async getVerifierKey(): Promise<string> {
    return this.key.verifierKey((await this.getHead()).origin);
  }

  private async find(id: string): Promise<PlacedEvent> {
    const event = await this.events.find(id);
    if (!event) throw new AppError('audit_event_not_found', 'There is no audit event of this id');
    return event;
  }

  private async getHead(epoch?: number): Promise<AuditHead> {
    const head = await this.tree.findHead(epoch);
    if (head) return head;
    throw new AppError('unavailable', 'The audit log has no checkpoint yet', { details: { retryAfterSeconds: 1 } });
  }
}

function invalid(field: string, message: string): AppError {
  return new AppError('invalid_request', message, { details: { fields: [{ field, message }] } });
}

import { Injectable, Logger } from '@nestjs/common';
import type { UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { AuditEventRepository } from '../database/repositories/audit-event.repository.js';
import { AuditTreeRepository, type AuditHead } from '../database/repositories/audit-tree.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { CheckpointKeyService } from './checkpoints/checkpoint-key.service.js';
import { TreeReader } from './tree-reader.service.js';

/** How many events are in memory at a time. */
const PAGE = 1_000;

/** Which leaves: all that have a payload, of the newest epoch, where nothing is given. */
export interface ExportRange {
  readonly epoch?: number;
  readonly first?: number;
  readonly last?: number;
}

export interface AuditExport {
  /** The payloads in the order of the tree, some at a time. */
  readonly pages: AsyncIterable<readonly string[]>;
  /** A signed note of the tree that ends with the last leaf. */
  readonly checkpoint: string;
  readonly first: number;
  /** How many leaves the tree of the checkpoint has. */
  readonly size: number;
  /** The compact range of the leaves before the first. */
  readonly left: readonly Buffer[];
}

/** Gives the log away so that it can be verified elsewhere. */
@Injectable()
export class AuditExportService {
  private readonly logger = new Logger(AuditExportService.name);

  constructor(
    private readonly events: AuditEventRepository,
    private readonly tree: AuditTreeRepository,
    private readonly reader: TreeReader,
    private readonly key: CheckpointKeyService,
    private readonly transactions: TransactionRunner,
  ) {}

  /**
   * Recorded before the first event leaves.
   * @throws AppError `invalid_request` where the leaves are not there, or past their retention.
   */
  async open(actor: UserActor, range: ExportRange): Promise<AuditExport> {
    const head = await this.tree.findHead(range.epoch);
    if (!head) throw invalid('epoch', 'epoch must be the number of an epoch of the log');
    const { first, size } = leavesOf(range, head);
    const { epoch, origin } = head;
    const [root, left] = await Promise.all([this.reader.rootAt(epoch, size), this.reader.compactRangeAt(epoch, first)]);
    const checkpoint = size === head.size ? head.note : this.key.sign({ origin, size, root });
    await this.transactions.run((transaction) => {
      const target = { type: 'audit_epoch', id: String(epoch), name: origin } as const;
      transaction.record(actor, { action: 'audit.exported', target, changes: { first, last: size - 1 } });
      return Promise.resolve();
    });
    return { pages: this.pages(epoch, first, size), checkpoint, first, size, left };
  }

  /**
   * No connection is held while a page is taken, however slow the taker: leaves never change, so that each page can be
   * a statement of its own.
   */
  private async *pages(epoch: number, first: number, end: number): AsyncGenerator<string[]> {
    for (let from = first; from < end; from += PAGE) {
      const to = Math.min(from + PAGE, end);
      const payloads = await this.events.listPayloads(epoch, from, to);
      if (payloads.length !== to - from) {
        const message = `Of the leaves ${from} to ${to - 1} of epoch ${epoch} there are ${payloads.length} in the database`;
        this.logger.error({ msg: message });
        throw new Error(message);
      }
      yield payloads;
    }
  }
}

function leavesOf({ first, last }: ExportRange, head: AuditHead): { first: number; size: number } {
  const size = last === undefined ? head.size : last + 1;
  if (size > head.size) throw invalid('last', `last must be less than ${head.size}, the size of the log`);
  const from = first ?? Math.min(head.firstKeptLeaf, size);
  if (from < head.firstKeptLeaf) {
    throw invalid('first', `first must be at least ${head.firstKeptLeaf}: earlier events are past their retention`);
  }
  if (from > size) throw invalid('first', 'first must not be greater than last');
  return { first: from, size };
}

function invalid(field: string, message: string): AppError {
  return new AppError('invalid_request', message, { details: { fields: [{ field, message }] } });
}

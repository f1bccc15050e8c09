import { Injectable, Logger } from '@nestjs/common';
import type { UserActor } from '../common/actor.js';
import {
  ContextTokenRepository,
  type ListedContextToken,
  type TokenSelection,
} from '../database/repositories/context-token.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { ownerOf } from './owner.js';
import { SealedTokenText } from './sealed-token-text.js';

/** How many rows are in memory at a time. */
const PAGE = 500;

/** A listed token. Where its row was tampered with `text` is empty, so that the row is seen and cannot be used. */
export type ContextTokenEntry = Omit<ListedContextToken, 'sealedText'> & { readonly text: string };

/** A page of the list, and whether there is another after it. */
export interface ContextTokenPage {
  readonly entries: readonly ContextTokenEntry[];
  readonly hasMore: boolean;
}

/**
 * Lists context tokens in clear, in the order in which they were issued. An admin's listing is audited before its first
 * token leaves, with the number of that moment.
 */
@Injectable()
export class ContextTokenListService {
  private readonly logger = new Logger(ContextTokenListService.name);

  constructor(
    private readonly tokens: ContextTokenRepository,
    private readonly texts: SealedTokenText,
    private readonly transactions: TransactionRunner,
  ) {}

  /**
   * One page of the tokens that the actor may see.
   * @param afterId the id that the page begins after.
   * @throws an error where the listing cannot be audited.
   */
  async listPage(actor: UserActor, afterId: string, limit: number): Promise<ContextTokenPage> {
    const rows = await this.tokens.listPage({ ownerId: ownerOf(actor.principal), afterId }, limit + 1);
    const page = rows.slice(0, limit);
    await this.recordListing(actor, () => Promise.resolve(page.length));
    return { entries: page.map((row) => this.entryOf(row)), hasMore: rows.length > limit };
  }

  /**
   * The whole list after `afterId`, page by page. A page is read when the consumer asks for it, and no connection is held
   * in between, however slow the consumer is. A token that exists throughout comes exactly once. A page is valid only
   * until the next one is asked for, and is then emptied.
   * @throws an error where the listing cannot be audited.
   */
  async listAll(actor: UserActor, afterId: string): Promise<AsyncIterable<ContextTokenEntry[]>> {
    const selection = { ownerId: ownerOf(actor.principal), afterId };
    const first = await this.tokens.listPage(selection, PAGE);
    await this.recordListing(actor, () => this.tokens.countAfter(afterId));
    return this.pages(selection, first);
  }

  private async *pages(selection: TokenSelection, first: ListedContextToken[]): AsyncGenerator<ContextTokenEntry[]> {
    let page = first;
    while (page.length > 0) {
      const afterId = page.length < PAGE ? undefined : page.at(-1)!.id;
      const entries = page.map((row) => this.entryOf(row));
      page.length = 0;
      yield entries;
      // Emptied, because something still refers to earlier pages: in a long list 100 MB of them would pile up in V8.
      entries.length = 0;
      page = afterId === undefined ? [] : await this.pageAfter({ ...selection, afterId });
    }
  }

  private async pageAfter(selection: TokenSelection): Promise<ListedContextToken[]> {
    try {
      return await this.tokens.listPage(selection, PAGE);
    } catch (error) {
      this.logger.error({ msg: 'The list of context tokens broke off', err: error });
      throw error;
    }
  }

  /** To be awaited before the first token leaves: what cannot be audited is not listed. */
  private async recordListing(actor: UserActor, count: () => Promise<number>): Promise<void> {
    if (actor.principal.role !== 'admin') return;
    const changes = { count: await count() };
    await this.transactions.run((transaction) => {
      const target = { type: 'tokens', id: null, name: null } as const;
      transaction.record(actor, { action: 'tokens.listed', target, changes });
      return Promise.resolve();
    });
  }

  private entryOf({ sealedText, ...row }: ListedContextToken): ContextTokenEntry {
    return { ...row, text: this.texts.open({ id: row.id, sealedText }) ?? '' };
  }
}

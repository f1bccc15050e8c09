import { Injectable, Logger } from '@nestjs/common';
import { NIL } from 'uuid';
import { Clock } from '../common/clock.js';
import { ApiKeyRepository, type ApiKeyRow } from '../database/repositories/api-key.repository.js';
import { describeApiKey, type ApiKey } from './api-key.js';

/** How many rows are in memory at a time, and are turned into text without a break. */
const PAGE = 500;

/** The named tokens of a user, in the order in which they were issued, expired ones too. */
export interface ApiKeyList {
  readonly first: readonly ApiKey[];
  /** Page by page, each read when it is asked for; undefined where the first page has them all. */
  readonly rest: AsyncIterable<readonly ApiKey[]> | undefined;
}

@Injectable()
export class ApiKeyListService {
  private readonly logger = new Logger(ApiKeyListService.name);

  constructor(
    private readonly apiKeys: ApiKeyRepository,
    private readonly clock: Clock,
  ) {}

  /** A token that exists throughout comes exactly once. No connection is held between pages. */
  async list(userId: number): Promise<ApiKeyList> {
    const now = this.clock.now();
    const rows = await this.apiKeys.listPage(userId, NIL, PAGE);
    const first = rows.map((row) => describeApiKey(row, now));
    return { first, rest: rows.length < PAGE ? undefined : this.pagesAfter(userId, rows.at(-1)!.id, now) };
  }

  private async *pagesAfter(userId: number, after: string, now: Date): AsyncGenerator<ApiKey[]> {
    for (let afterId: string | undefined = after; afterId !== undefined;) {
      const rows: ApiKeyRow[] = await this.pageAfter(userId, afterId);
      if (rows.length > 0) yield rows.map((row) => describeApiKey(row, now));
      afterId = rows.length < PAGE ? undefined : rows.at(-1)!.id;
    }
  }

  private async pageAfter(userId: number, afterId: string): Promise<ApiKeyRow[]> {
    try {
      return await this.apiKeys.listPage(userId, afterId, PAGE);
    } catch (error) {
      this.logger.error({ msg: 'The list of named tokens broke off', err: error });
      throw error;
    }
  }
}

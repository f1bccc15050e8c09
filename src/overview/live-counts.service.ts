import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { TOKEN_KINDS, type TokenKind } from '../common/token-kind.js';
import { LiveCountRepository, type Counted } from '../database/repositories/live-count.repository.js';

const FIRST_MS = 5_000;
const EVERY_MS = 300_000;

export interface LiveCounts {
  /** When they were counted. */
  readonly asOf: Date;
  /** The active ones. */
  readonly tokens: Readonly<Record<TokenKind, number>>;
  readonly users: { readonly enabled: number; readonly disabled: number };
}

/**
 * Has active tokens and users counted every five minutes, by one of the instances. To count up and down with what is
 * issued and revoked would drift: nothing tells that a token has expired.
 */
@Injectable()
export class LiveCountsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(LiveCountsService.name);
  private readonly stopping = new AbortController();
  private timers: NodeJS.Timeout[] = [];
  private counting: Promise<void> | undefined;

  constructor(
    private readonly repository: LiveCountRepository,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const count = (): void => void this.recount();
    this.timers = [setTimeout(count, FIRST_MS).unref(), setInterval(count, EVERY_MS).unref()];
  }

  async onApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    this.stopping.abort();
    await this.counting;
  }

  /** Counts again, unless that was done in the last minutes. It is tried again later where that fails. */
  recount(): Promise<void> {
    this.counting ??= this.count().finally(() => (this.counting = undefined));
    return this.counting;
  }

  /** The last count; the first is made where there is none. @returns null where it could not be made. */
  async find(): Promise<LiveCounts | null> {
    const found = await this.read();
    if (found) return found;
    await this.recount();
    return this.read();
  }

  private async count(): Promise<void> {
    const now = this.clock.now();
    try {
      await this.repository.recount(now, new Date(now.getTime() - EVERY_MS / 2), this.stopping.signal);
    } catch (err) {
      if (this.stopping.signal.aborted) return;
      this.logger.warn({ msg: 'Tokens and users could not be counted; it is tried again', err });
    }
  }

  private async read(): Promise<LiveCounts | null> {
    const rows = await this.repository.list();
    if (rows.length === 0) return null;
    const count = (counted: Counted): number => rows.find(({ name }) => name === counted)?.count ?? 0;
    const tokens = Object.fromEntries(TOKEN_KINDS.map((kind) => [kind, count(`tokens.${kind}`)]));
    return {
      asOf: rows[0]!.countedAt,
      tokens: tokens as Record<TokenKind, number>,
      users: { enabled: count('users.enabled'), disabled: count('users.disabled') },
    };
  }
}

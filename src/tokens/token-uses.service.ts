import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { TokenKind } from '../common/token-kind.js';
import { TokenUseRepository, type TokenUse } from '../database/repositories/token-use.repository.js';

/** What a crash loses. */
const EVERY_MS = 5_000;
/** A token that is used all the time is written so often: with EVERY_MS well within the minute that is promised. */
const AGAIN_AFTER_MS = 30_000;
const BATCH = 1_000;
/** About 200 bytes each. What is used beyond that is noted after the next writing. */
const MAX_TOKENS = 100_000;

interface NotedUse {
  readonly kind: TokenKind;
  atMs: number;
  address: string | null;
  /** The use that was written last; 0 before the first. */
  writtenMs: number;
}

/** Notes when and from where tokens are used: in memory, since it is noted at each verification, and written in batches. */
@Injectable()
export class TokenUses implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(TokenUses.name);
  private readonly uses = new Map<string, NotedUse>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly repository: TokenUseRepository,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.writing;
    await this.write(0);
  }

  /** @param address of whoever presented the token, as far as it is known. */
  note({ id, kind }: { readonly id: string; readonly kind: TokenKind }, address: string | null): void {
    const atMs = this.clock.now().getTime();
    const use = this.uses.get(id);
    if (use) {
      use.atMs = atMs;
      use.address = address;
    } else if (this.uses.size < MAX_TOKENS) {
      this.uses.set(id, { kind, atMs, address, writtenMs: 0 });
    }
  }

  /** Writes what is due. @param againAfterMs how old the use must be that a token was last written with. */
  write(againAfterMs = AGAIN_AFTER_MS): Promise<void> {
    this.writing = this.writing
      .then(() => this.writeDue(againAfterMs))
      .catch((err: unknown) => this.logger.warn({ msg: 'The uses of tokens were not written', err }));
    return this.writing;
  }

  private async writeDue(againAfterMs: number): Promise<void> {
    const now = this.clock.now().getTime();
    let batch: TokenUse[] = [];
    for (const [id, use] of this.uses) {
      if (use.atMs > use.writtenMs && now - use.writtenMs >= againAfterMs) {
        batch.push({ id, kind: use.kind, at: new Date(use.atMs), address: use.address });
      } else if (now - use.atMs >= AGAIN_AFTER_MS) {
        this.uses.delete(id);
      }
      if (batch.length === BATCH) {
        await this.writeBatch(batch);
        batch = [];
      }
    }
    if (batch.length > 0) await this.writeBatch(batch);
  }

  private async writeBatch(batch: readonly TokenUse[]): Promise<void> {
    await this.repository.put(batch);
    for (const { id, at } of batch) {
      const use = this.uses.get(id);
      if (use) use.writtenMs = at.getTime();
    }
  }
}

import { availableParallelism } from 'node:os';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { AppError } from '../common/app-error.js';
import { Config } from '../config/config.js';

/** bcrypt reads no further: a longer password would be cut silently. */
export const MAX_PASSWORD_BYTES = 72;

/** Less than a second of work at cost 10; a login that would wait longer is refused at once. */
const QUEUE_PER_THREAD = 16;

/**
 * bcrypt in a bounded pool of low-priority threads with a bounded queue, so that logins never hold up anything else.
 */
@Injectable()
export class PasswordHasher implements OnApplicationShutdown {
  private readonly pool: Piscina;
  private readonly decoyHash: string;

  constructor(private readonly config: Config) {
    this.decoyHash = `$2b$${String(config.bcryptCost).padStart(2, '0')}$${'.'.repeat(53)}`;
    const threads = availableParallelism();
    this.pool = new Piscina({
      filename: new URL('./bcrypt-worker.js', import.meta.url).href,
      minThreads: 0,
      maxThreads: threads,
      maxQueue: threads * QUEUE_PER_THREAD,
      idleTimeout: 30_000,
    });
  }

  /** @throws AppError `overloaded` where the queue is full. */
  async hash(password: string): Promise<string> {
    return (await this.run({ password, cost: this.config.bcryptCost })) as string;
  }

  /**
   * Takes no less time for one outcome than for another: where there is no hash, a decoy is compared, and after a
   * cheaper one, which an earlier BCRYPT_COST made, a decoy too.
   * @param hash undefined for an unknown user.
   * @throws AppError `overloaded` where the queue is full.
   */
  async matches(password: string, hash: string | undefined): Promise<boolean> {
    const comparable = Buffer.byteLength(password) <= MAX_PASSWORD_BYTES && password.isWellFormed();
    const compared = comparable ? password : '';
    const matched = await this.run({ password: compared, hash: hash ?? this.decoyHash });
    if (matched === true && comparable && hash !== undefined) return true;
    if (hash !== undefined && costOf(hash) < this.config.bcryptCost) {
      await this.run({ password: compared, hash: this.decoyHash });
    }
    return false;
  }

  /** Whether the hash was made with the BCRYPT_COST of today. */
  isCurrent(hash: string): boolean {
    return costOf(hash) === this.config.bcryptCost;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }

  private async run(task: object): Promise<unknown> {
    if (this.pool.queueSize >= this.pool.options.maxQueue) {
      throw new AppError('overloaded', 'Too many logins at once; try again shortly', {
        details: { retryAfterSeconds: 1 },
      });
    }
    return this.pool.run(task);
  }
}

/** `$2b$10$...` has cost 10. */
function costOf(hash: string): number {
  return Number(hash.split('$')[2]);
}

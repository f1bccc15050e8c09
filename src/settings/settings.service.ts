import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { SettingRepository } from '../database/repositories/setting.repository.js';
import { TransactionRunner } from '../database/transactions.js';

const TOKEN_TIMEOUT = 'token_timeout_seconds';
const DEFAULT_TOKEN_TIMEOUT_SECONDS = 86_400;
const MIN_TOKEN_TIMEOUT_SECONDS = 600;
const MAX_TOKEN_TIMEOUT_SECONDS = 2_592_000;

/**
 * Settings that persist. Always read from the database: they are needed where a login or an admin waits anyway, and
 * so no instance ever works with an old one.
 */
@Injectable()
export class SettingsService {
  constructor(
    private readonly settings: SettingRepository,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /** The life in seconds of every login token that is made from now on. */
  async getTokenTimeout(): Promise<number> {
    const value = await this.settings.findValue(TOKEN_TIMEOUT);
    return typeof value === 'number' ? value : DEFAULT_TOKEN_TIMEOUT_SECONDS;
  }

  /** @throws AppError `timeout_out_of_range` for anything but an integer within the documented range. */
  async setTokenTimeout(actor: Actor, seconds: unknown): Promise<void> {
    const valid =
      Number.isInteger(seconds) &&
      (seconds as number) >= MIN_TOKEN_TIMEOUT_SECONDS &&
      (seconds as number) <= MAX_TOKEN_TIMEOUT_SECONDS;
    if (!valid) {
      throw new AppError(
        'timeout_out_of_range',
        `Timeout must be between ${MIN_TOKEN_TIMEOUT_SECONDS} and ${MAX_TOKEN_TIMEOUT_SECONDS} seconds`,
      );
    }
    await this.transactions.run(async (transaction) => {
      const before = await this.settings.put(transaction, TOKEN_TIMEOUT, seconds, this.clock.now());
      const from = typeof before === 'number' ? before : DEFAULT_TOKEN_TIMEOUT_SECONDS;
      const target = { type: 'setting', id: TOKEN_TIMEOUT, name: null } as const;
      transaction.record(actor, {
        action: 'settings.changed',
        target,
        changes: { value: { from, to: seconds as number } },
      });
    });
  }
}

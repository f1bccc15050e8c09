import { randomInt } from 'node:crypto';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { AnonymousActor, Source } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { userTarget } from '../common/security-event.js';
import {
  ResetCodeRepository,
  type DueReset,
  type NewCode,
  type SettledReset,
} from '../database/repositories/reset-code.repository.js';
import type { Recipient } from '../database/repositories/user.repository.js';
import type { Transaction } from '../database/transaction.js';
import { TransactionRunner } from '../database/transactions.js';
import { MailQueue } from '../mail/mail-queue.js';
import { resetMail } from '../mail/mail.js';
import { ResetCodes } from './reset-codes.js';

const CODE_LIFETIME_MS = 3_600_000;
/** So often each instance looks for what another one left undone. */
const POLL_MS = 5_000;
/** Not at once: the work would slow down the caller's next request, and so tell whether there is a user. */
const WAKE_MS = { min: 50, max: 300 } as const;
const RETRY_MS = 1_000;
const BATCH = 100;

/**
 * Sends the codes that were requested, after the response to the request. The requests are rows in the database, so
 * they survive a crash. One instance at a time works on them, so no mail is sent twice.
 */
@Injectable()
export class ResetCodeSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ResetCodeSender.name);
  private poll: NodeJS.Timeout | undefined;
  private waking: NodeJS.Timeout | undefined;
  private settling: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly repository: ResetCodeRepository,
    private readonly codes: ResetCodes,
    private readonly mail: MailQueue,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.poll = setInterval(() => this.settleSoon(), POLL_MS).unref();
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearInterval(this.poll);
    clearTimeout(this.waking);
    await this.settling;
  }

  /** To be called after a request was stored. */
  wake(afterMs = randomInt(WAKE_MS.min, WAKE_MS.max)): void {
    if (this.stopping) return;
    this.waking ??= setTimeout(() => {
      this.waking = undefined;
      this.settleSoon();
    }, afterMs).unref();
  }

  private settleSoon(): void {
    this.settling = this.settling.then(() => this.settleAll());
  }

  private async settleAll(): Promise<void> {
    try {
      while (!this.stopping && (await this.settleBatch()) === BATCH);
    } catch (error) {
      this.logger.warn({ msg: 'Confirmation codes could not be sent; it is tried again', err: error });
      this.wake(RETRY_MS);
    }
  }

  /** @returns how many requests it has worked on. */
  private settleBatch(): Promise<number> {
    return this.transactions.run(async (transaction) => {
      const due = await this.repository.listDue(transaction, BATCH);
      // Another instance is at work. It may have read the rows before the newest was stored, so look again soon.
      if (!due) this.wake();
      if (!due?.length) return 0;
      const settled: SettledReset[] = [];
      for (const reset of due) {
        const code = reset.user ? await this.tell(transaction, reset, reset.user) : undefined;
        settled.push({ ...reset, ...code });
      }
      // Last, since it locks the rows: a user who asks again meanwhile waits for the commit alone.
      await this.repository.settle(transaction, settled);
      return due.length;
    });
  }

  private async tell(
    transaction: Transaction,
    { requests, refusals }: DueReset,
    user: Recipient,
  ): Promise<NewCode | undefined> {
    const target = userTarget(user);
    for (const source of refusals) {
      transaction.record(anonymous(source), { action: 'password_reset.refused', target, reason: 'wrong code' });
    }
    let newest: NewCode | undefined;
    for (const source of requests) {
      transaction.record(anonymous(source), { action: 'password_reset.requested', target });
      // They may have been disabled since they asked.
      if (user.enabled && user.email) newest = await this.send(transaction, user.id, user.email);
    }
    return newest;
  }

  private async send(transaction: Transaction, userId: number, email: string): Promise<NewCode> {
    const code = this.codes.random();
    const expiresAt = new Date(this.clock.now().getTime() + CODE_LIFETIME_MS);
    await this.mail.enqueue(transaction, { mail: resetMail(email, code, expiresAt), expiresAt });
    return { codeDigest: this.codes.digest(userId, code), codeExpiresAt: expiresAt };
  }
}

function anonymous(source: Source): AnonymousActor {
  return { type: 'anonymous', source };
}

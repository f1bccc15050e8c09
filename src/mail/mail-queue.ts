import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { v7 as uuidV7 } from 'uuid';
import { Clock } from '../common/clock.js';
import { Sealer } from '../crypto/sealer.js';
import { PgBossSql } from '../database/pg-boss-sql.js';
import type { Transaction } from '../database/transaction.js';
import type { Mail } from './mail.js';
import { Mailer } from './mailer.js';

const QUEUE = 'mail';
const POLL_MS = 1_000;
/** So long after a mail was enqueued, when its transaction has most likely committed, the queue is read. */
const WAKE_MS = 50;
/** How long a shutdown waits for the deliveries under way. */
const SHUTDOWN_WAIT_MS = 5_000;
/** A delivery that takes longer counts as lost with its instance, and the mail is delivered again. */
const DELIVERY_TIMEOUT_SECONDS = 60;
/** How many mails are fetched at once and delivered at the same time. */
const BATCH = 20;
/** The pauses double, from about a second on: together about an hour, which is the lifetime of a code. */
const RETRIES = 11;

/** The states of a mail that is not delivered yet, and the one of a mail that was tried for the last time. */
export const MAIL_STATES = ['created', 'retry', 'active', 'failed'] as const;

/** A mail to enqueue. */
export interface QueuedMail {
  readonly mail: Mail;
  /** The mail is dropped where it could not be delivered before. */
  readonly expiresAt: Date;
}

interface Job {
  /** The mail, sealed because it holds a confirmation code. */
  readonly sealed: string;
  readonly expiresAt: string;
}

/**
 * The durable queue of mails (decision 10). A mail is stored in the transaction that stores its confirmation code, and
 * stays until the mail server has accepted it.
 */
@Injectable()
export class MailQueue implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(MailQueue.name);
  private readonly boss: PgBoss;
  private readonly stopping = new AbortController();
  private endPause: () => void = () => undefined;
  private delivering: Promise<void> = Promise.resolve();

  constructor(
    private readonly sql: PgBossSql,
    private readonly mailer: Mailer,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {
    this.boss = new PgBoss({
      db: sql,
      schedule: false,
      maintenanceIntervalSeconds: 15,
      archiveCompletedAfterSeconds: 3_600,
      deleteAfterHours: 24,
    });
    this.boss.on('error', (error) => this.logger.warn({ msg: 'The mail queue cannot be reached', err: error }));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.sql.alone(async () => {
      await this.boss.start();
      await this.boss.createQueue(QUEUE, {
        name: QUEUE,
        retryLimit: RETRIES,
        retryDelay: 1,
        retryBackoff: true,
        expireInSeconds: DELIVERY_TIMEOUT_SECONDS,
      });
      // Frees the jobs that a killed instance had fetched, once DELIVERY_TIMEOUT_SECONDS have passed.
      await this.boss.maintain();
    });
    if (this.mailer.deliver) this.delivering = this.deliverForever(this.mailer.deliver);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.endPause();
    // A silent mail server must not hold up the shutdown. Its mail is delivered again later.
    await Promise.race([this.delivering, delay(SHUTDOWN_WAIT_MS, undefined, { ref: false })]);
    await this.boss.stop({ graceful: false });
  }

  /** Enqueues a mail, to be sent once `transaction` has committed. Does nothing where no mail can be sent. */
  async enqueue(transaction: Transaction, { mail, expiresAt }: QueuedMail): Promise<void> {
    if (!this.mailer.deliver) return;
    const id = uuidV7();
    const job: Job = {
      sealed: this.sealer.seal(JSON.stringify(mail), associatedData(id)).toString('base64'),
      expiresAt: expiresAt.toISOString(),
    };
    await this.boss.send(QUEUE, job, { id, db: this.sql.within(transaction) });
    setTimeout(() => this.endPause(), WAKE_MS).unref();
  }

  /** How many mails of the queue are in each state. */
  async countByState(): Promise<Record<(typeof MAIL_STATES)[number], number>> {
    const jobs = await this.sql.countJobs(QUEUE);
    const counts = MAIL_STATES.map((state) => [state, jobs.get(state) ?? 0] as const);
    return Object.fromEntries(counts) as Record<(typeof MAIL_STATES)[number], number>;
  }

  private async deliverForever(deliver: (mail: Mail) => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        while (!signal.aborted && (await this.deliverBatch(deliver)));
      } catch (error) {
        this.logger.warn({ msg: 'The mail queue cannot be reached', err: error });
      }
      if (!signal.aborted) await this.pause();
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** @returns whether the queue held any mail. */
  private async deliverBatch(deliver: (mail: Mail) => Promise<void>): Promise<boolean> {
    const jobs = await this.boss.fetch<Job>(QUEUE, { batchSize: BATCH });
    const done = await Promise.all(jobs.map((job) => this.deliverOne(job, deliver)));
    const delivered = jobs.filter((_, index) => done[index]).map(({ id }) => id);
    if (delivered.length > 0) await this.boss.complete(QUEUE, delivered);
    return jobs.length > 0;
  }

  /** @returns false where the mail must be delivered again; true also for one that was dropped. */
  private async deliverOne({ id, data }: PgBoss.Job<Job>, deliver: (mail: Mail) => Promise<void>): Promise<boolean> {
    try {
      const text = this.sealer.unseal(Buffer.from(data.sealed, 'base64'), associatedData(id));
      if (new Date(data.expiresAt) > this.clock.now()) await deliver(JSON.parse(text) as Mail);
      return true;
    } catch (error) {
      const { code = '' } = error as { code?: string };
      this.logger.warn({ msg: 'A mail could not be delivered; it is tried again', code, jobId: id });
      // The error itself is neither logged nor stored: it may quote the mail server, and so the recipient's address.
      await this.boss.fail(QUEUE, id, { code });
      return false;
    }
  }
}

function associatedData(jobId: string): string {
  return `mail/${jobId}`;
}

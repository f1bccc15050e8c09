import { randomInt } from 'node:crypto';
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
/**
 * After so long, by chance, the queue is looked at for a new mail: the work of sending it shows in no particular call
 * that follows, which would tell that there was one to send.
 */
const WAKE_MS = { min: 50, max: 300 } as const;
const SHUTDOWN_PATIENCE_MS = 5_000;
/** A delivery that takes longer is taken for dead, with its instance, and started anew. */
const DELIVERY_TIMEOUT_SECONDS = 60;
/** So many are delivered at once, and those that nobody is to get are done with at once. */
const BATCH = 20;
/** After 1, 2, 4, ... seconds, so for about an hour, as long as a code lives. */
const RETRIES = 11;

export interface QueuedMail {
  readonly mail: Mail;
  /** When it has lost its meaning. */
  readonly expiresAt: Date;
  /** True makes the same work and sends nothing. */
  readonly decoy: boolean;
}

interface Job {
  /** The mail, for it holds a code, and whether it is a decoy. */
  readonly sealed: string;
  readonly expiresAt: string;
}

/** Mail on its way: it stands in the database with the code that it brings, until the mail server has taken it. */
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
    this.boss.on('error', (error) => this.logger.warn({ msg: 'The mail queue is not reached', err: error }));
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
      // What a killed instance was about to send is free again.
      await this.boss.maintain();
    });
    if (this.mailer.deliver) this.delivering = this.deliverForever(this.mailer.deliver);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.endPause();
    // A mail server that says nothing does not hold up the end; the mail is delivered anew later.
    await Promise.race([this.delivering, delay(SHUTDOWN_PATIENCE_MS, undefined, { ref: false })]);
    await this.boss.stop({ graceful: false });
  }

  /** Sends a mail once `transaction` has committed. */
  async enqueue(transaction: Transaction, { mail, expiresAt, decoy }: QueuedMail): Promise<void> {
    if (!this.mailer.deliver) return;
    const id = uuidV7();
    const job: Job = {
      sealed: this.sealer.seal(JSON.stringify({ mail, decoy }), associatedData(id)).toString('base64'),
      expiresAt: expiresAt.toISOString(),
    };
    await this.boss.send(QUEUE, job, { id, db: this.sql.within(transaction) });
    setTimeout(() => this.endPause(), randomInt(WAKE_MS.min, WAKE_MS.max)).unref();
  }

  private async deliverForever(deliver: (mail: Mail) => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        while (!signal.aborted && (await this.deliverBatch(deliver)));
      } catch (error) {
        this.logger.warn({ msg: 'The mail queue is not reached', err: error });
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

  /** @returns whether there was any. */
  private async deliverBatch(deliver: (mail: Mail) => Promise<void>): Promise<boolean> {
    const jobs = await this.boss.fetch<Job>(QUEUE, { batchSize: BATCH });
    const done = await Promise.all(jobs.map((job) => this.deliverOne(job, deliver)));
    const delivered = jobs.filter((_, index) => done[index]).map(({ id }) => id);
    if (delivered.length > 0) await this.boss.complete(QUEUE, delivered);
    return jobs.length > 0;
  }

  /** @returns whether it needs no other try. */
  private async deliverOne({ id, data }: PgBoss.Job<Job>, deliver: (mail: Mail) => Promise<void>): Promise<boolean> {
    try {
      const text = this.sealer.unseal(Buffer.from(data.sealed, 'base64'), associatedData(id));
      const { mail, decoy } = JSON.parse(text) as Pick<QueuedMail, 'mail' | 'decoy'>;
      if (!decoy && new Date(data.expiresAt) > this.clock.now()) await deliver(mail);
      return true;
    } catch (error) {
      const { code = '' } = error as { code?: string };
      this.logger.warn({ msg: 'A mail could not be delivered; it is tried again', code, jobId: id });
      // Not the error itself: it may repeat what the mail server said, and to whom the mail was.
      await this.boss.fail(QUEUE, id, { code });
      return false;
    }
  }
}

function associatedData(jobId: string): string {
  return `mail/${jobId}`;
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Recipient } from '../database/repositories/user.repository.js';
import type { Transaction } from '../database/transaction.js';
import { factorMail, type FactorNews } from '../mail/factor-mail.js';
import { MailQueue } from '../mail/mail-queue.js';

/** For a mail server that is down for a day. */
const MAIL_LIFETIME_MS = 86_400_000;

/** Tells users by mail what happened to their second factor. */
@Injectable()
export class FactorMails {
  constructor(
    private readonly queue: MailQueue,
    private readonly clock: Clock,
  ) {}

  /** Sends it once `transaction` has committed; nothing to a user without an address. */
  async send(transaction: Transaction, { email }: Pick<Recipient, 'email'>, news: FactorNews): Promise<void> {
    if (!email) return;
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + MAIL_LIFETIME_MS);
    await this.queue.enqueue(transaction, { mail: factorMail(email, news, now), expiresAt });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { userTarget } from '../common/security-event.js';
import { KeyedDigests } from '../crypto/keyed-digests.js';
import { equalSecrets, randomAlphanumeric } from '../crypto/secrets.js';
import { ResetCodeRepository } from '../database/repositories/reset-code.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import type { Recipient } from '../database/repositories/user.repository.js';
import { MailQueue } from '../mail/mail-queue.js';
import { resetMail } from '../mail/mail.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { normalizeUsername } from '../common/username.js';
import { UsersService } from '../users/users.service.js';

const CODE_LENGTH = 8;
const CODE_LIFETIME_MS = 3_600_000;
const MAX_TRIES = 5;
const ASKING_LIMIT = { times: 5, windowMs: 3_600_000 };

type Reachable = Recipient & { readonly email: string };

/**
 * Forgotten passwords. For an account that does not exist, or cannot get mail, all the same is done, counted and
 * answered, so that nobody learns which accounts there are.
 */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly users: UsersService,
    private readonly passwords: PasswordsService,
    private readonly codes: ResetCodeRepository,
    private readonly transactions: TransactionRunner,
    private readonly digests: KeyedDigests,
    private readonly mail: MailQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends the user a code, in the place of any older one.
   * @param name a user name or an e-mail address.
   * @throws AppError `too_many_attempts`.
   */
  async sendCode(actor: Actor, name: string): Promise<void> {
    const user = await this.findReachable(name);
    const account = this.accountOf(name, user);
    const code = randomAlphanumeric(CODE_LENGTH);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + CODE_LIFETIME_MS);
    const codeDigest = this.codeDigest(account, code);
    const mail = resetMail(user?.email ?? 'nobody@example.com', code, expiresAt);
    await this.transactions.run(async (transaction) => {
      const replaced = await this.codes.replace(transaction, { account, codeDigest, now, expiresAt }, ASKING_LIMIT);
      if (!replaced) throw tooMany();
      await this.mail.enqueue(transaction, { mail, expiresAt, decoy: user === null });
      transaction.record(actor, { action: 'password_reset.requested', target: userTarget(user) });
    });
  }

  /**
   * Sets a new password, which ends all logins.
   * @throws AppError `password_unacceptable`, `confirmation_code_invalid`, `too_many_attempts`, `overloaded`.
   */
  async confirm(actor: Actor, name: string, code: string, newPassword: string): Promise<void> {
    this.passwords.check(newPassword, name);
    const user = await this.findReachable(name);
    const account = this.accountOf(name, user);
    const codeDigest = await this.tryCode(actor, user, account, code);
    const passwordHash = await this.passwords.hash(newPassword, user!.username);
    await this.transactions.run(async (transaction) => {
      const replacement = { userId: user!.id, passwordHash, action: 'user.password_reset' } as const;
      const after = await this.passwords.replace(actor, transaction, replacement);
      if (!after || !(await this.codes.use(transaction, account, codeDigest))) throw wrongCode();
    });
  }

  private async findReachable(name: string): Promise<Reachable | null> {
    const user = await this.users.findRecipient(name);
    return user?.enabled && user.email ? (user as Reachable) : null;
  }

  /** Spends a try, which a wrong code does not give back. @returns the digest of the code, which is right. */
  private async tryCode(actor: Actor, user: Reachable | null, account: Buffer, code: string): Promise<Buffer> {
    const given = this.codeDigest(account, code);
    const wanted = await this.transactions.run(async (transaction) => {
      const found = await this.codes.takeTry(transaction, account, this.clock.now(), MAX_TRIES);
      const isRight = typeof found !== 'string' && equalSecrets(found, given) && user !== null;
      if (isRight) return found;
      const reason = found === 'spent' ? 'too many tries' : 'wrong code';
      transaction.record(actor, { action: 'password_reset.refused', target: userTarget(user), reason });
      return reason;
    });
    if (wanted === 'too many tries') throw tooMany();
    if (wanted === 'wrong code') throw wrongCode();
    return wanted;
  }

  private accountOf(name: string, user: Reachable | null): Buffer {
    return this.digests.digest('reset accounts', user ? `user ${user.id}` : `name ${normalizeUsername(name)}`);
  }

  private codeDigest(account: Buffer, code: string): Buffer {
    return this.digests.digest('confirmation codes', `${account.toString('hex')} ${code}`);
  }
}

function tooMany(): AppError {
  return new AppError('too_many_attempts', 'Too many attempts; try again later', {
    details: { retryAfterSeconds: 60 },
  });
}

function wrongCode(): AppError {
  return new AppError('confirmation_code_invalid', 'The confirmation code is not good');
}

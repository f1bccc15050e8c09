import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { networkOf } from '../common/network.js';
import { normalizeUsername } from '../common/username.js';
import { equalSecrets } from '../crypto/secrets.js';
import { ResetCodeRepository } from '../database/repositories/reset-code.repository.js';
import type { Recipient } from '../database/repositories/user.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { UsersService } from '../users/users.service.js';
import { RateLimit } from './rate-limit.js';
import { ResetCodeSender } from './reset-code-sender.js';
import { ResetCodes } from './reset-codes.js';

const MAX_TRIES = 5;
const MAILS_OF_A_USER = { times: 5, windowMs: 3_600_000 };
/** Enough for an office behind one address. */
const REQUESTS_OF_A_NETWORK = { burst: 30, intervalMs: 10_000 };
/** Beside MAX_TRIES, which count for the code, wherever they come from. */
const TRIES_OF_A_NETWORK = { burst: 5, intervalMs: 60_000 };

/**
 * Forgotten passwords. Nobody learns which users there are: an unknown name, a user who cannot get mail and one who got
 * enough mails run the same statements and get the same response.
 */
@Injectable()
export class PasswordResetService {
  private readonly requests = new RateLimit(REQUESTS_OF_A_NETWORK);
  private readonly tries = new RateLimit(TRIES_OF_A_NETWORK);

  constructor(
    private readonly users: UsersService,
    private readonly passwords: PasswordsService,
    private readonly repository: ResetCodeRepository,
    private readonly codes: ResetCodes,
    private readonly sender: ResetCodeSender,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /**
   * Has a code sent to the user, in the place of any older one, unless enough were sent.
   * @param name a user name or an e-mail address.
   * @throws AppError `too_many_attempts` where there were too many calls from the actor's network.
   */
  async requestCode({ source }: Actor, name: string): Promise<void> {
    const now = this.clock.now();
    this.requests.take(networkOf(source.address ?? ''), now);
    this.tries.reset(triesKey(source.address, name));
    const user = await this.findReachable(name);
    await this.repository.request(user?.id ?? this.codes.decoyIdOf(name), source, now, MAILS_OF_A_USER);
    this.sender.wake();
  }

  /**
   * Sets a new password, which ends all logins.
   * @throws AppError `password_unacceptable`, `confirmation_code_invalid`, `too_many_attempts`, `overloaded`.
   */
  async confirm(actor: Actor, name: string, code: string, newPassword: string): Promise<void> {
    this.passwords.check(newPassword, name);
    const key = triesKey(actor.source.address, name);
    this.tries.take(key, this.clock.now());
    const user = await this.findReachable(name);
    const codeDigest = await this.tryCode(actor, user, name, code);
    this.tries.reset(key);
    const passwordHash = await this.passwords.hash(newPassword, user!.username);
    await this.transactions.run(async (transaction) => {
      const replacement = { userId: user!.id, passwordHash, action: 'user.password_reset' } as const;
      const after = await this.passwords.replace(actor, transaction, replacement);
      if (!after || !(await this.repository.use(transaction, user!.id, codeDigest))) throw wrongCode();
    });
  }

  private async findReachable(name: string): Promise<Recipient | null> {
    const user = await this.users.findRecipient(name);
    return user?.enabled && user.email ? user : null;
  }

  /**
   * Takes one of the code's tries, and compares the code.
   * @returns the digest of the code, which is right.
   * @throws AppError `confirmation_code_invalid`.
   */
  private async tryCode({ source }: Actor, user: Recipient | null, name: string, code: string): Promise<Buffer> {
    const decoyId = this.codes.decoyIdOf(name);
    const given = this.codes.digest(user?.id ?? decoyId, code);
    const found = await this.transactions.run(async (transaction) => {
      const ids = [user?.id ?? decoyId, decoyId] as const;
      const { rowId, codeDigest } = await this.repository.takeTry(transaction, ids, this.clock.now(), MAX_TRIES);
      if (codeDigest && equalSecrets(codeDigest, given)) return codeDigest;
      await this.repository.refuse(transaction, rowId, codeDigest && source);
      return null;
    });
    if (found) return found;
    this.sender.wake();
    throw wrongCode();
  }
}

function triesKey(address: string | null, name: string): string {
  return `${networkOf(address ?? '')} ${normalizeUsername(name)}`;
}

function wrongCode(): AppError {
  return new AppError('confirmation_code_invalid', 'The confirmation code is not valid');
}

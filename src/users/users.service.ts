import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { tokensOfUserRevoked, userTarget } from '../common/security-event.js';
import { LOGIN_TOKEN_KINDS, TOKEN_KINDS } from '../common/token-kind.js';
import { KeyedDigests } from '../crypto/keyed-digests.js';
import { PasswordHasher } from '../crypto/password-hasher.js';
import type { UserEntity } from '../database/entities/user.entity.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import {
  UserRepository,
  type Credentials,
  type NewUser,
  type Recipient,
  type UserProfile,
} from '../database/repositories/user.repository.js';
import type { Transaction } from '../database/transaction.js';
import { TransactionRunner } from '../database/transactions.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { normalizeUsername } from '../common/username.js';
import type { AccountChanges, NewAccount } from './account.js';
import { userChanged, userCreated } from './user-events.js';

export interface LoginCredentials {
  readonly user: Credentials | null;
  /** A decoy for an unknown user. */
  readonly passwordHash: string;
}

@Injectable()
export class UsersService {
  constructor(
    private readonly users: UserRepository,
    private readonly tokens: TokenRepository,
    private readonly transactions: TransactionRunner,
    private readonly passwords: PasswordsService,
    private readonly hasher: PasswordHasher,
    private readonly digests: KeyedDigests,
    private readonly clock: Clock,
  ) {}

  async findByUsername(username: string): Promise<UserEntity | null> {
    // PostgreSQL stores no text with a NUL, and a query with one is an error.
    return username.includes('\0') ? null : this.users.findByUsername(normalizeUsername(username));
  }

  /**
   * What a login is checked against, in the same time for an unknown user. The decoy is of the cost of some user's hash,
   * the same one for the same name: so unknown names are spread over the costs as the users are, also while a change of
   * BCRYPT_COST reaches one user after the other.
   */
  async findCredentials(username: string): Promise<LoginCredentials> {
    const name = normalizeUsername(username);
    const decoy = this.digests.digest('decoys', name).readBigInt64BE();
    const { user, hashOfAnother } = await this.users.findCredentials(storable(name), decoy);
    return { user, passwordHash: user?.passwordHash ?? this.hasher.decoy(hashOfAnother) };
  }

  /**
   * The user whose name this is, or else the one user whose e-mail address it is: where several have the same, it names
   * none of them.
   */
  async findRecipient(text: string): Promise<Recipient | null> {
    const username = normalizeUsername(text);
    const found = await this.users.listRecipients(storable(username), storable(text));
    return found.find((user) => user.username === username) ?? (found.length === 1 ? found[0]! : null);
  }

  /** @throws AppError `username_taken`, `password_unacceptable`. */
  async createUser(actor: Actor, account: NewAccount): Promise<UserProfile> {
    const row = await this.rowOf(account);
    return this.transactions.run(async (transaction) => {
      const user = await this.users.insert(transaction, row);
      if (!user) throw new AppError('username_taken', 'There is a user of this name already');
      transaction.record(actor, userCreated(user));
      return { ...user, lastLoginAt: null };
    });
  }

  /** @returns whether there was nobody yet and `account` is now the first user. */
  async createFirstUser(actor: Actor, account: NewAccount): Promise<boolean> {
    if (await this.users.existsAny()) return false;
    const row = await this.rowOf(account);
    return this.transactions.run(async (transaction) => {
      const user = await this.users.insertFirst(transaction, row);
      if (user) transaction.record(actor, userCreated(user));
      return user !== null;
    });
  }

  /**
   * Disabling ends every token of the user; a temporary password ends those of their logins, or all as well.
   * @throws AppError `user_not_found`, `last_admin`, `password_unacceptable`.
   */
  async updateUser(actor: Actor, id: number, changes: AccountChanges): Promise<UserProfile> {
    const { temporaryPassword, endEverything = false, ...plain } = changes;
    const passwordHash =
      temporaryPassword === undefined
        ? undefined
        : await this.passwords.hash(temporaryPassword, ((await this.users.findById(id)) ?? notFound()).username);
    const changed = await this.transactions.runForUser(id, async (transaction) => {
      await this.users.lockAdmins(transaction);
      const user = (await this.users.lockById(transaction, id)) ?? notFound();
      const now = this.clock.now();
      const after: UserEntity = { ...user, ...withoutAbsent(plain), updatedAt: now };
      if (passwordHash) {
        Object.assign(after, { passwordHash, passwordVersion: user.passwordVersion + 1, passwordChangeRequired: true });
      }
      if (after.role !== user.role) after.roleVersion = user.roleVersion + 1;
      if (isActiveAdmin(user) && !isActiveAdmin(after)) await this.refuseLastAdmin(transaction, id);
      await this.users.update(transaction, after);
      const endedTokens = await this.announce(actor, transaction, { before: user, after, endEverything });
      for (const event of userChanged(user, after, endedTokens)) transaction.record(actor, event);
      return after;
    });
    return { ...changed, lastLoginAt: await this.users.findLastLogin(id) };
  }

  /** Ends every token of the user. @throws AppError `user_not_found`, `last_admin`. */
  async deleteUser(actor: Actor, id: number): Promise<void> {
    await this.transactions.runForUser(id, async (transaction) => {
      await this.users.lockAdmins(transaction);
      const user = (await this.users.lockById(transaction, id)) ?? notFound();
      if (isActiveAdmin(user)) await this.refuseLastAdmin(transaction, id);
      const ending = { actor, reason: 'User deleted', at: this.clock.now() };
      const endedTokens = await this.tokens.revokeOfUser(transaction, ending, id, TOKEN_KINDS);
      await this.users.delete(transaction, id);
      transaction.announce({ type: 'credentials_changed', userId: id });
      transaction.record(actor, { action: 'user.deleted', target: userTarget(user), changes: { endedTokens } });
    });
  }

  /** Ends every token of the user, of every kind. @returns how many. @throws AppError `user_not_found`. */
  async revokeEverything(actor: Actor, id: number): Promise<number> {
    return this.transactions.runForUser(id, async (transaction) => {
      const user = (await this.users.lockById(transaction, id)) ?? notFound();
      const ending = { actor, reason: 'Every token of the user ended', at: this.clock.now() };
      const endedTokens = await this.tokens.revokeOfUser(transaction, ending, id, TOKEN_KINDS);
      transaction.record(actor, tokensOfUserRevoked(user, TOKEN_KINDS, endedTokens));
      return endedTokens;
    });
  }

  /** @returns how many tokens the change ended. */
  private async announce(
    actor: Actor,
    transaction: Transaction,
    { before, after, endEverything }: { before: UserEntity; after: UserEntity; endEverything: boolean },
  ): Promise<number> {
    const { id: userId, role, roleVersion } = after;
    const passwordChanged = before.passwordVersion !== after.passwordVersion;
    const disabled = before.enabled && !after.enabled;
    if (before.role !== role) transaction.announce({ type: 'role_changed', userId, role, roleVersion });
    if (!passwordChanged && !disabled) return 0;
    transaction.announce({ type: 'credentials_changed', userId });
    const kinds = disabled || endEverything ? TOKEN_KINDS : LOGIN_TOKEN_KINDS;
    const reason = disabled ? 'User disabled' : 'Temporary password set';
    return this.tokens.revokeOfUser(transaction, { actor, reason, at: after.updatedAt }, userId, kinds);
  }

  private async refuseLastAdmin(transaction: Transaction, id: number): Promise<void> {
    if (await this.users.hasOtherEnabledAdmin(transaction, id)) return;
    throw new AppError('last_admin', 'The last enabled admin can be neither disabled, deleted nor demoted');
  }

  private async rowOf(account: NewAccount): Promise<NewUser> {
    const now = this.clock.now();
    return {
      username: normalizeUsername(account.username),
      passwordHash: await this.passwords.hash(account.password, account.username),
      passwordChangeRequired: account.passwordIsTemporary,
      role: account.role,
      fullName: account.fullName ?? null,
      email: account.email ?? null,
      enabled: true,
      source: 'local',
      createdAt: now,
      updatedAt: now,
    };
  }
}

/** PostgreSQL stores no text with a NUL, and a query with one is an error: nobody has such a name. */
function storable(text: string): string {
  return text.includes('\0') ? '' : text;
}

function isActiveAdmin(user: UserEntity): boolean {
  return user.role === 'admin' && user.enabled;
}

function withoutAbsent<T extends object>(changes: T): Partial<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function notFound(): never {
  throw new AppError('user_not_found', 'There is no user of this id');
}

import { Injectable } from '@nestjs/common';
import { DataSource, type Repository } from 'typeorm';
import { ADVISORY_LOCKS } from '../advisory-locks.js';
import { UserLoginEntity } from '../entities/user-login.entity.js';
import { UserEntity } from '../entities/user.entity.js';
import { PreparedStatements, type PreparedStatement } from '../prepared-statements.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

/** What is told nobody with the rest of a user. */
type Inward = 'passwordVersion' | 'roleVersion' | 'contextsLimited' | 'secondFactor' | 'secondFactorRequired';

export type NewUser = Omit<UserEntity, 'id' | Inward>;

/** What is told of a user. */
export interface UserProfile extends Omit<UserEntity, 'passwordHash' | Inward> {
  /** Null for who never logged in. */
  readonly lastLoginAt: Date | null;
}

/** What a login is checked against. */
export type Credentials = Pick<
  UserEntity,
  | 'id'
  | 'username'
  | 'passwordHash'
  | 'passwordVersion'
  | 'passwordChangeRequired'
  | 'role'
  | 'enabled'
  | 'secondFactor'
> & {
  /** Of the user themselves, or of all who have their role. */
  readonly secondFactorRequired: boolean;
};

interface HashOfAnother {
  /** Null where there is no user at all. */
  readonly hashOfAnother: string | null;
}

export interface FoundCredentials extends HashOfAnother {
  readonly user: Credentials | null;
}

/** Whoever may be sent mail. */
export type Recipient = Pick<UserEntity, 'id' | 'username' | 'email' | 'enabled'>;

/** Stands for nobody. */
interface Nulls {
  readonly id: null;
}

/** As in the index `users_decoy_idx`. */
const DECOY_ORDER = 'hashtextextended(username, 0)';

/** The hash of some user, the first from $2 on in an order that has nothing to do with names. */
const HASH_OF_ANOTHER = `
  coalesce(
    (SELECT password_hash FROM users WHERE ${DECOY_ORDER} >= $2 ORDER BY ${DECOY_ORDER} LIMIT 1),
    (SELECT password_hash FROM users ORDER BY ${DECOY_ORDER} LIMIT 1)
  )`;

/** Whether a row of `users` must have a second factor. */
const REQUIRES_FACTOR = '(second_factor_required OR role IN (SELECT role FROM second_factor_roles))';

/** A row for unknown users too, so that the time to read it tells nothing. */
const FIND_CREDENTIALS: PreparedStatement = {
  name: 'find_credentials',
  text: `
  SELECT id, username, password_hash AS "passwordHash", password_version AS "passwordVersion",
    password_change_required AS "passwordChangeRequired", role, enabled, second_factor AS "secondFactor",
    ${REQUIRES_FACTOR} AS "secondFactorRequired", ${HASH_OF_ANOTHER} AS "hashOfAnother"
  FROM (SELECT) AS always LEFT JOIN users ON username = $1`,
};

const FIND_RECIPIENTS: PreparedStatement = {
  name: 'find_recipients',
  text: `
  SELECT id, username, email, enabled
  FROM (SELECT) AS always LEFT JOIN users ON username = $1 OR lower(email) = lower($2)`,
};

@Injectable()
export class UserRepository {
  private readonly users: Repository<UserEntity>;

  constructor(
    dataSource: DataSource,
    private readonly statements: PreparedStatements,
  ) {
    this.users = dataSource.getRepository(UserEntity);
  }

  findById(id: number): Promise<UserEntity | null> {
    return this.users.findOneBy({ id });
  }

  findByUsername(username: string): Promise<UserEntity | null> {
    return this.users.findOneBy({ username });
  }

  /**
   * In the same time whether there is such a user or not.
   * @param decoy a number of 64 bits with a sign: by it the other user is chosen whose hash comes along.
   */
  async findCredentials(username: string, decoy: bigint): Promise<FoundCredentials> {
    const [row] = await this.statements.run<(Credentials | Nulls) & HashOfAnother>(FIND_CREDENTIALS, [
      username,
      String(decoy),
    ]);
    const { hashOfAnother, ...credentials } = row!;
    return { user: credentials.id === null ? null : credentials, hashOfAnother };
  }

  /**
   * Those whose user name is `username`, or whose address is `email` whatever its case; one query for both, so that
   * its time tells neither which it was nor whether there is any.
   */
  async listRecipients(username: string, email: string): Promise<Recipient[]> {
    const rows = await this.statements.run<Recipient | Nulls>(FIND_RECIPIENTS, [username, email]);
    return rows.filter((row) => row.id !== null);
  }

  existsAny(): Promise<boolean> {
    return this.users.exists();
  }

  /** @returns null for who never logged in. */
  async findLastLogin(userId: number): Promise<Date | null> {
    return (await this.users.manager.findOneBy(UserLoginEntity, { userId }))?.lastLoginAt ?? null;
  }

  /** @returns null where the user name is taken. */
  async insert(transaction: Transaction, user: NewUser): Promise<UserEntity | null> {
    const manager = managerOf(transaction);
    const insert = manager.createQueryBuilder().insert().into(UserEntity).values(user);
    const [row] = (await insert.orIgnore().returning('id').execute()).raw as { id: number }[];
    return row ? manager.findOneBy(UserEntity, { id: row.id }) : null;
  }

  /** Inserts `user` where there is no user at all yet; of several instances that try at once, one does. @returns null where there is one. */
  async insertFirst(transaction: Transaction, user: NewUser): Promise<UserEntity | null> {
    await managerOf(transaction).query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.firstAdmin]);
    if (await managerOf(transaction).exists(UserEntity)) return null;
    return this.insert(transaction, user);
  }

  /** Until the transaction ends nobody else sees or changes the row, and no token is issued to the user. */
  lockById(transaction: Transaction, id: number): Promise<UserEntity | null> {
    return managerOf(transaction).findOne(UserEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Those that may take an admin away wait in line here, so that two cannot take away the last two at once. */
  async lockAdmins(transaction: Transaction): Promise<void> {
    await managerOf(transaction).query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCKS.admins]);
  }

  hasOtherEnabledAdmin(transaction: Transaction, id: number): Promise<boolean> {
    return managerOf(transaction)
      .createQueryBuilder(UserEntity, 'user')
      .where("user.id <> :id AND user.role = 'admin' AND user.enabled", { id })
      .getExists();
  }

  async hasSecondAdmin(): Promise<boolean> {
    const admins = await this.users.find({ select: { id: true }, where: { role: 'admin', enabled: true }, take: 2 });
    return admins.length === 2;
  }

  async update(transaction: Transaction, { id, ...columns }: UserEntity): Promise<void> {
    await managerOf(transaction).update(UserEntity, { id }, columns);
  }

  /** Does nothing where the user has another password by now. @returns whether they have not. */
  async updateHash(
    transaction: Transaction,
    { id, passwordVersion }: Pick<UserEntity, 'id' | 'passwordVersion'>,
    passwordHash: string,
  ): Promise<boolean> {
    const result = await managerOf(transaction).update(UserEntity, { id, passwordVersion }, { passwordHash });
    return result.affected === 1;
  }

  async delete(transaction: Transaction, id: number): Promise<void> {
    await managerOf(transaction).delete(UserEntity, { id });
    await managerOf(transaction).delete(UserLoginEntity, { userId: id });
  }

  /** Everyone whose role is not the one that they were created with. */
  listChangedRoles(): Promise<Pick<UserEntity, 'id' | 'role' | 'roleVersion'>[]> {
    return this.users
      .createQueryBuilder('user')
      .select(['user.id', 'user.role', 'user.roleVersion'])
      .where('user.roleVersion > 1')
      .getMany();
  }
}

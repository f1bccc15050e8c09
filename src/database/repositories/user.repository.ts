import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan, type Repository } from 'typeorm';
import { UserEntity } from '../entities/user.entity.js';
import type { Transaction } from '../transactions.js';

export type NewUser = Omit<UserEntity, 'id' | 'passwordVersion' | 'roleChangedAt'>;

/** Any numbers that nothing else in the database locks. */
const ADMINS_LOCK = 7_355_375;
const FIRST_ADMIN_LOCK = 7_355_376;

@Injectable()
export class UserRepository {
  private readonly users: Repository<UserEntity>;

  constructor(dataSource: DataSource) {
    this.users = dataSource.getRepository(UserEntity);
  }

  findById(id: number): Promise<UserEntity | null> {
    return this.users.findOneBy({ id });
  }

  findByUsername(username: string): Promise<UserEntity | null> {
    return this.users.findOneBy({ username });
  }

  /**
   * Those whose user name is `username`, or whose address is `email` whatever its case; one query for both, so that
   * its time does not tell which it was.
   */
  findByUsernameOrEmail(username: string, email: string): Promise<UserEntity[]> {
    return this.users
      .createQueryBuilder('user')
      .where('user.username = :username OR lower(user.email) = lower(:email)', { username, email })
      .getMany();
  }

  /** In the order of their ids, those after `afterId`. */
  listPage(afterId: number, limit: number): Promise<UserEntity[]> {
    return this.users.find({ where: { id: MoreThan(afterId) }, order: { id: 'ASC' }, take: limit });
  }

  /** @returns null where the user name is taken. */
  async insert(user: NewUser): Promise<UserEntity | null> {
    const result = await this.users.createQueryBuilder().insert().values(user).orIgnore().returning('id').execute();
    const [row] = result.raw as { id: number }[];
    return row ? this.findById(row.id) : null;
  }

  /** Inserts `user` where there is no user at all yet; of several instances that try at once, one does. */
  async insertFirst(transaction: Transaction, user: NewUser): Promise<boolean> {
    await transaction.manager.query('SELECT pg_advisory_xact_lock($1)', [FIRST_ADMIN_LOCK]);
    if (await transaction.manager.exists(UserEntity)) return false;
    await transaction.manager.insert(UserEntity, user);
    return true;
  }

  /** Until the transaction ends nobody else sees or changes the row, and no token is issued to the user. */
  lockById(transaction: Transaction, id: number): Promise<UserEntity | null> {
    return transaction.manager.findOne(UserEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Those that may take an admin away wait in line here, so that two cannot take away the last two at once. */
  async lockAdmins(transaction: Transaction): Promise<void> {
    await transaction.manager.query('SELECT pg_advisory_xact_lock($1)', [ADMINS_LOCK]);
  }

  hasOtherEnabledAdmin(transaction: Transaction, id: number): Promise<boolean> {
    return transaction.manager
      .createQueryBuilder(UserEntity, 'user')
      .where("user.id <> :id AND user.role = 'admin' AND user.enabled", { id })
      .getExists();
  }

  async update(transaction: Transaction, { id, ...columns }: UserEntity): Promise<void> {
    await transaction.manager.update(UserEntity, { id }, columns);
  }

  async delete(transaction: Transaction, id: number): Promise<void> {
    await transaction.manager.delete(UserEntity, { id });
  }

  /** Everyone whose role is not the one that he was made with. */
  listChangedRoles(): Promise<Pick<UserEntity, 'id' | 'role'>[]> {
    return this.users
      .createQueryBuilder('user')
      .select(['user.id', 'user.role'])
      .where('user.roleChangedAt IS NOT NULL')
      .getMany();
  }
}

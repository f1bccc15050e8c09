import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../../common/roles.js';
import type { UserSource } from '../../common/user-source.js';

@Entity('users')
// On lower(email), which a decorator cannot say.
@Index('users_email_idx', { synchronize: false })
// On hashtextextended(username, 0): see UserRepository.findCredentials.
@Index('users_decoy_idx', { synchronize: false })
@Index('users_role_idx', ['role', 'enabled', 'id'])
// With lower(...) as well: see UserListRepository.
@Index('users_username_prefix_idx', { synchronize: false })
@Index('users_full_name_prefix_idx', { synchronize: false })
@Index('users_email_prefix_idx', { synchronize: false })
export class UserEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'users_pkey',
  })
  id: number;

  @Index('users_username_key', { unique: true })
  @Column('text')
  username: string;

  @Column('text')
  passwordHash: string;

  /**
   * Counts the changes of what a login takes: another password, a second factor. A token asked for before is not
   * issued, and a challenge of before is void.
   */
  @Column('integer', { default: 1 })
  passwordVersion: number;

  /** The password is temporary: the next login must choose a new one. */
  @Column('boolean', { default: false })
  passwordChangeRequired: boolean;

  @Column('text')
  role: Role;

  /** Counts the changes of the role, so that of two that are heard of the later one wins. */
  @Index('users_role_version_idx', { where: 'role_version > 1' })
  @Column('integer', { default: 1 })
  roleVersion: number;

  @Column('text', { nullable: true })
  fullName: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('boolean', { default: true })
  enabled: boolean;

  @Column('text', { default: 'local' })
  source: UserSource;

  /** Whether the user is allowed those contexts alone that `user_contexts` names. */
  @Column('boolean', { default: false })
  contextsLimited: boolean;

  /** Whether the user has a second factor: no login succeeds without it. */
  @Column('boolean', { default: false })
  secondFactor: boolean;

  /** Whether an admin requires one of this user. `second_factor_roles` may require it of all who have their role. */
  @Column('boolean', { default: false })
  secondFactorRequired: boolean;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}

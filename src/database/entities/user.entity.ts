import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../../common/roles.js';

@Entity('users')
// On lower(email), which a decorator cannot say.
@Index('users_email_idx', { synchronize: false })
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

  /** Counts the changes of the password; a token asked for with an older password is not issued. */
  @Column('integer', { default: 1 })
  passwordVersion: number;

  /** The password is temporary: the next login must choose a new one. */
  @Column('boolean', { default: false })
  passwordChangeRequired: boolean;

  @Column('text')
  role: Role;

  /** When the role last changed; null while it is the one that the user was made with. */
  @Index('users_role_changed_at_idx', { where: 'role_changed_at IS NOT NULL' })
  @Column('timestamptz', { nullable: true })
  roleChangedAt: Date | null;

  @Column('text', { nullable: true })
  fullName: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('boolean', { default: true })
  enabled: boolean;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}

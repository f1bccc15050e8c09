import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a password of the user was accepted last, in whichever family. */
@Entity('user_logins')
export class UserLoginEntity {
  /** No foreign key: a login locks no row of `users`. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'user_logins_pkey' })
  userId: number;

  @Column('timestamptz')
  lastLoginAt: Date;
}

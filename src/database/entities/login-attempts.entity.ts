import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How logins to an account went from one network, or from all that are new to it taken together. */
@Entity('login_attempts')
export class LoginAttemptsEntity {
  /** A keyed digest of the user name, whether there is such a user or not. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'login_attempts_pkey' })
  account: Buffer;

  /** An address or a network, or `*` for the sum over networks that are new to the account. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'login_attempts_pkey' })
  network: string;

  /** Wrong passwords in a row. */
  @Column('integer')
  failures: number;

  @Column('timestamptz', { nullable: true })
  lockedUntil: Date | null;

  /** From a network that lately succeeded nobody else's failures keep a user out. */
  @Column('timestamptz', { nullable: true })
  succeededAt: Date | null;

  @Column('timestamptz')
  lastAt: Date;

  /** From then on the row says nothing any more. */
  @Index('login_attempts_expires_at_idx')
  @Column('timestamptz')
  expiresAt: Date;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The newest confirmation code of an account, and when codes were asked for. Unknown accounts have rows too. */
@Entity('reset_codes')
export class ResetCodeEntity {
  /** A keyed digest that names the account. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'reset_codes_pkey' })
  account: Buffer;

  /** Keyed, for a code is short enough to be tried out; null once it is used. */
  @Column('bytea', { nullable: true })
  codeDigest: Buffer | null;

  @Index('reset_codes_expires_at_idx')
  @Column('timestamptz')
  expiresAt: Date;

  @Column('integer', { default: 0 })
  tries: number;

  /** The latest first, as many as may be asked for in an hour. */
  @Column('timestamptz', { array: true })
  askedAt: Date[];
}

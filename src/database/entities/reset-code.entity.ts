import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Source } from '../../common/actor.js';

/** What is known of a user's forgotten password. There is no index but the key's, see the migration. */
@Entity('reset_codes')
export class ResetCodeEntity {
  /** Below zero for the names that no user has, many of which share a row. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'reset_codes_pkey' })
  userId: number;

  /** Keyed, because a code is short enough to be found by trying them all; null where there is none, or it is used. */
  @Column('bytea', { nullable: true })
  codeDigest: Buffer | null;

  @Column('timestamptz', { nullable: true })
  codeExpiresAt: Date | null;

  @Column('integer', { default: 0 })
  tries: number;

  /** When mails were asked for that are sent or on their way: the latest first, as many as may be in an hour. */
  @Column('timestamptz', { array: true, default: '{}' })
  askedAt: Date[];

  /** Whence those come whose mail is not on its way yet, and those who tried a wrong code and are not recorded yet. */
  @Column('jsonb', { default: [] })
  requests: Source[];

  @Column('jsonb', { default: [] })
  refusals: Source[];

  /** From then on the row says nothing any more. */
  @Column('timestamptz')
  expiresAt: Date;
}

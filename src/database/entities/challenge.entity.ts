import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A login with a temporary password that waits for a new one. The row goes with its use. */
@Entity('challenges')
export class ChallengeEntity {
  /** SHA-256 of the 256 random bits that the caller was given. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'challenges_pkey' })
  secretDigest: Buffer;

  @Column('integer')
  userId: number;

  /** Of the temporary password: another one in the meantime voids the challenge. */
  @Column('integer')
  passwordVersion: number;

  @Index('challenges_expires_at_idx')
  @Column('timestamptz')
  expiresAt: Date;
}

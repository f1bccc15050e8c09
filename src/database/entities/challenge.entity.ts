import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ChallengeKind } from '../../common/challenge-kind.js';

/** A login whose password was right, and that waits for its next step. The row goes with its use. */
@Entity('challenges')
export class ChallengeEntity {
  /** SHA-256 of the 256 random bits that the caller was given. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'challenges_pkey' })
  secretDigest: Buffer;

  @Column('integer')
  userId: number;

  /** That the user had then: another one in the meantime voids the challenge. */
  @Column('integer')
  passwordVersion: number;

  /** Which step it waits for: nothing else is done with it. */
  @Column('text', { default: 'new_password' })
  kind: ChallengeKind;

  /** How many wrong codes there were in this step. */
  @Column('integer', { default: 0 })
  failures: number;

  @Index('challenges_expires_at_idx')
  @Column('timestamptz')
  expiresAt: Date;
}

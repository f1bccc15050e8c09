import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from './user.entity.js';

/** An authenticator app of a user. Each has at most one that counts, and one that is being set up. */
@Entity('totp_factors')
@Index('totp_factors_active_key', ['userId'], { unique: true, where: 'confirmed_at IS NOT NULL' })
@Index('totp_factors_pending_key', ['userId'], { unique: true, where: 'confirmed_at IS NULL' })
export class TotpFactorEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'totp_factors_pkey' })
  id: string;

  @Column('integer')
  @ForeignKey(() => UserEntity, { name: 'totp_factors_user_id_fkey', onDelete: 'CASCADE' })
  userId: number;

  /** Its key in base32, sealed for this row. */
  @Column('bytea')
  sealedSecret: Buffer;

  @Column('timestamptz')
  createdAt: Date;

  /** When the first code of it was right; null while it is being set up. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** What the user calls it. */
  @Column('text', { nullable: true })
  deviceName: string | null;

  /** The time step (RFC 6238, section 4.2) of the last code that was accepted: none up to it is accepted any more. */
  @Column('integer', { nullable: true })
  lastStep: number | null;

  /** By how many steps its clock was ahead of ours then (section 6). */
  @Column('integer', { default: 0 })
  drift: number;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;
}

import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { UserEntity } from './user.entity.js';

/** A code that stands in once for a second factor that is lost. The row goes with its use. */
@Entity('recovery_codes')
export class RecoveryCodeEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'recovery_codes_pkey' })
  @ForeignKey(() => UserEntity, { name: 'recovery_codes_user_id_fkey', onDelete: 'CASCADE' })
  userId: number;

  /** SHA-256 of the user's id and the 80 random bits. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'recovery_codes_pkey' })
  codeDigest: Buffer;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TokenKind } from '../../common/token-kind.js';

@Entity('tokens')
@Index('tokens_user_id_active_idx', ['userId'], { where: 'revoked_at IS NULL' })
@Index('tokens_revoked_idx', ['idx'], { where: 'revoked_at IS NOT NULL' })
@Index('tokens_expires_at_idx', ['expiresAt'])
@Index('tokens_signing_key_id_active_idx', ['signingKeyId', 'expiresAt'], {
  where: 'revoked_at IS NULL AND signing_key_id IS NOT NULL',
})
export class TokenEntity {
  /** UUID version 7; the `jti`. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tokens_pkey' })
  id: string;

  /** The token's place in the revocation bits, from the sequence `tokens_idx_seq`. */
  @Index('tokens_idx_key', { unique: true })
  @Column('bigint')
  idx: string;

  @Column('text')
  kind: TokenKind;

  /** By which an opaque token is found; null for a signed one. The text itself is never here. */
  @Index('tokens_secret_digest_key', { unique: true, where: 'secret_digest IS NOT NULL' })
  @Column('bytea', { nullable: true })
  secretDigest: Buffer | null;

  /** No foreign key: the row of a revoked token outlives its user, so that a restarted instance still refuses it. */
  @Column('integer')
  userId: number;

  /** The login that gave it; null for a token of its own. */
  @Index('tokens_session_id_idx', { where: 'session_id IS NOT NULL' })
  @Column('uuid', { nullable: true })
  sessionId: string | null;

  /** Null for an opaque token. No foreign key: the row may outlive the key's, and issuing locks none of its rows. */
  @Column('integer', { nullable: true })
  signingKeyId: number | null;

  @Column('timestamptz')
  issuedAt: Date;

  /** Null for a token that lives until it is revoked. */
  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}

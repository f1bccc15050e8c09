import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EnderKind } from '../../common/token-ending.js';
import type { TokenKind } from '../../common/token-kind.js';

/** Each row is in one of three: those that have ended cost nothing where others are looked for. */
const LIVE = 'revoked_at IS NULL AND NOT expired';
const REVOKED = 'revoked_at IS NOT NULL';
const EXPIRED = 'revoked_at IS NULL AND expired';

@Entity('tokens')
@Index('tokens_live_user_idx', ['userId', 'kind', 'id'], { where: LIVE })
@Index('tokens_live_kind_idx', ['kind', 'id'], { where: LIVE })
@Index('tokens_live_address_idx', ['issuedAddress', 'kind', 'id'], { where: LIVE })
@Index('tokens_live_expires_idx', ['kind', 'expiresAt', 'id'], { where: LIVE })
@Index('tokens_revoked_user_idx', ['userId', 'kind', 'id'], { where: REVOKED })
@Index('tokens_revoked_kind_idx', ['kind', 'id'], { where: REVOKED })
@Index('tokens_revoked_address_idx', ['issuedAddress', 'kind', 'id'], { where: REVOKED })
@Index('tokens_revoked_expires_idx', ['kind', 'expiresAt', 'id'], { where: REVOKED })
@Index('tokens_expired_user_idx', ['userId', 'kind', 'id'], { where: EXPIRED })
@Index('tokens_expired_kind_idx', ['kind', 'id'], { where: EXPIRED })
@Index('tokens_expired_address_idx', ['issuedAddress', 'kind', 'id'], { where: EXPIRED })
@Index('tokens_expired_expires_idx', ['kind', 'expiresAt', 'id'], { where: EXPIRED })
@Index('tokens_ended_contexts_idx', { synchronize: false })
@Index('tokens_description_idx', ['description', 'id'], { where: 'description IS NOT NULL' })
@Index('tokens_revoked_idx', ['idx'], { where: 'revoked_at IS NOT NULL' })
@Index('tokens_suspended_idx', ['idx'], { where: 'suspended_at IS NOT NULL AND revoked_at IS NULL' })
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

  /** Set a while after it expired; whoever must know it to the second compares `expiresAt`. */
  @Column('boolean', { default: false })
  expired: boolean;

  /** What its owner calls it. */
  @Column('text', { nullable: true })
  description: string | null;

  @Column('inet', { nullable: true })
  issuedAddress: string | null;

  @Column('text', { nullable: true })
  issuedUserAgent: string | null;

  /** Of a revoked one, as the next three. */
  @Column('text', { nullable: true })
  endedByKind: EnderKind | null;

  /** Null for the service itself. */
  @Column('integer', { nullable: true })
  endedById: number | null;

  @Column('text', { nullable: true })
  endedReason: string | null;

  /** The names of the contexts that a context token was valid for until it was revoked. */
  @Column('text', { nullable: true, array: true })
  endedContexts: string[] | null;

  /** Null for a token that is not suspended, or not any more. One that is revoked meanwhile stays revoked. */
  @Column('timestamptz', { nullable: true })
  suspendedAt: Date | null;

  /** The incident that suspended or revoked it. */
  @Column('uuid', { nullable: true })
  incidentId: string | null;
}

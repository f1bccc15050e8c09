import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TokenKind } from '../../common/token-kind.js';

/** When a token was last used, to the minute. The cleanup adds those that were never used. */
@Entity('token_uses')
@Index('token_uses_live_idx', ['kind', 'usedAt', 'tokenId'], { where: 'NOT revoked AND NOT expired' })
@Index('token_uses_revoked_idx', ['kind', 'usedAt', 'tokenId'], { where: 'revoked' })
@Index('token_uses_expired_idx', ['kind', 'usedAt', 'tokenId'], { where: 'NOT revoked AND expired' })
export class TokenUseEntity {
  /** No foreign key: its check would lock, and so write, the row of each token that is used. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'token_uses_pkey' })
  tokenId: string;

  @Column('text')
  kind: TokenKind;

  /** Null where it was never used. */
  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  @Column('inet', { nullable: true })
  address: string | null;

  /** Set with the token's `expired`. */
  @Column('boolean', { default: false })
  expired: boolean;

  /** Whether the token is revoked: by the statement that revokes it, which adds the row where there is none. */
  @Column('boolean', { default: false })
  revoked: boolean;
}

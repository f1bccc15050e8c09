import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TokenKind } from '../../common/token-kind.js';

/** When a token was last used, to the minute. A token that was never used has none. */
@Entity('token_uses')
@Index('token_uses_kind_used_at_idx', ['kind', 'usedAt', 'tokenId'])
export class TokenUseEntity {
  /** No foreign key: its check would lock, and so write, the row of each token that is used. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'token_uses_pkey' })
  tokenId: string;

  @Column('text')
  kind: TokenKind;

  @Column('timestamptz')
  usedAt: Date;

  @Column('inet', { nullable: true })
  address: string | null;
}

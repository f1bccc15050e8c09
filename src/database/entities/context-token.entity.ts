import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TokenEntity } from './token.entity.js';

/** What a context token has beside its row in `tokens`; gone as soon as that one is revoked. */
@Entity('context_tokens')
export class ContextTokenEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'context_tokens_pkey' })
  @ForeignKey(() => TokenEntity, { name: 'context_tokens_id_fkey', onDelete: 'CASCADE' })
  id: string;

  /** The token's text, sealed with the master key. */
  @Column('bytea')
  sealedText: Buffer;
}

import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContextTokenEntity } from './context-token.entity.js';
import { ContextEntity } from './context.entity.js';

/** That a token is good for a context. */
@Entity('context_token_contexts')
@Index('context_token_contexts_code_token_id_idx', ['code', 'tokenId'])
@Index('context_token_contexts_code_user_id_idx', ['code', 'userId', 'tokenId'])
export class ContextTokenContextEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'context_token_contexts_pkey' })
  @ForeignKey(() => ContextTokenEntity, { name: 'context_token_contexts_token_id_fkey', onDelete: 'CASCADE' })
  tokenId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'context_token_contexts_pkey' })
  @ForeignKey(() => ContextEntity, { name: 'context_token_contexts_code_fkey' })
  code: number;

  /** The owner of the token, as in its row in `tokens`. */
  @Column('integer')
  userId: number;
}

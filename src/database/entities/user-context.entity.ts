import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContextEntity } from './context.entity.js';
import { UserEntity } from './user.entity.js';

/** That a user whose contexts are limited is allowed one. */
@Entity('user_contexts')
export class UserContextEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'user_contexts_pkey' })
  @ForeignKey(() => UserEntity, { name: 'user_contexts_user_id_fkey', onDelete: 'CASCADE' })
  userId: number;

  @Index('user_contexts_code_idx')
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'user_contexts_pkey' })
  @ForeignKey(() => ContextEntity, { name: 'user_contexts_code_fkey', onDelete: 'CASCADE' })
  code: number;
}

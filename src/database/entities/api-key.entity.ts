import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { UserEntity } from './user.entity.js';

/** What the owner of a named token sees of it. The token itself is the row of the same id in `tokens`. */
@Entity('api_keys')
@Index('api_keys_user_id_description_key', ['userId', 'description'], { unique: true })
@Index('api_keys_user_id_id_idx', ['userId', 'id'])
export class ApiKeyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_keys_pkey' })
  id: string;

  @Column('integer')
  userId: number;

  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'api_keys_user_id_fkey' })
  user?: UserEntity;

  @Column('text')
  description: string;

  /** As it was asked for. */
  @Column('double precision')
  lifetimeSeconds: number;

  /** Stands here too because the row stays when that in `tokens` goes after its end. */
  @Column('timestamptz')
  expiresAt: Date;
}

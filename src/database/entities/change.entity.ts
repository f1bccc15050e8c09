import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Change } from '../changes/change.js';

@Entity('changes')
export class ChangeEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'changes_pkey',
  })
  seq: string;

  /** The transaction that wrote the row; what a reader has seen is told by this and not by `seq` (see ChangeFeed). */
  @Index('changes_xid_idx')
  @Column('bigint')
  xid: string;

  @Index('changes_made_at_idx')
  @Column('timestamptz', { default: () => 'now()' })
  madeAt: Date;

  @Column('jsonb')
  change: Change;
}

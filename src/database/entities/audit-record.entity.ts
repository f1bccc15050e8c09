import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who saw secrets in clear. Rows are added and never changed. */
@Entity('audit_log')
export class AuditRecordEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'audit_log_pkey',
  })
  id: string;

  @Index('audit_log_made_at_idx')
  @Column('timestamptz')
  madeAt: Date;

  /** No foreign key: the record outlives the user. */
  @Column('integer')
  userId: number;

  /** As it was then. */
  @Column('text')
  username: string;

  /** From which network address. */
  @Column('text')
  address: string;

  @Column('text')
  action: 'context_tokens_listed';

  /** How many things the action was about. */
  @Column('integer')
  count: number;
}

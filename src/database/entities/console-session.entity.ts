import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TokenEntity } from './token.entity.js';

/** What a session of the console has beside its row in `tokens`, which says when it ends. */
@Entity('console_sessions')
export class ConsoleSessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'console_sessions_pkey' })
  @ForeignKey(() => TokenEntity, { name: 'console_sessions_id_fkey', onDelete: 'CASCADE' })
  id: string;

  /** When its user last sent their password. */
  @Column('timestamptz')
  passwordCheckedAt: Date;
}

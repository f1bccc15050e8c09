import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A named operation that a token can be good for. */
@Entity('contexts')
export class ContextEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'contexts_pkey' })
  code: number;

  @Index('contexts_name_key', { unique: true })
  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  description: string | null;
}

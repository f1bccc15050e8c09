import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many of something there were when they were last counted. */
@Entity('live_counts')
export class LiveCountEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'live_counts_pkey' })
  name: string;

  @Column('bigint')
  count: string;

  @Column('timestamptz')
  countedAt: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often something happened in an hour, on all instances together. */
@Entity('activity_hours')
export class ActivityHourEntity {
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'activity_hours_pkey' })
  hour: Date;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'activity_hours_pkey' })
  name: string;

  @Column('bigint')
  count: string;
}

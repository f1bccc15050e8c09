import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ACTIVITIES, type Activity, type ActivityCounts } from '../../common/activity.js';

export interface HourlyCount {
  readonly hour: Date;
  readonly name: Activity;
  readonly count: number;
}

/** In the order of the names, so that two instances that write at once do not wait for each other in a ring. */
const ADD = `
  INSERT INTO activity_hours AS kept (hour, name, count)
  SELECT date_trunc('hour', $1::timestamptz, 'UTC'), name, count
  FROM unnest($2::text[], $3::bigint[]) AS new (name, count) ORDER BY name
  ON CONFLICT (hour, name) DO UPDATE SET count = kept.count + excluded.count`;

/** How often something happened in an hour, on all instances together. */
@Injectable()
export class ActivityRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds to the hour of `now`. */
  async add(now: Date, counts: ActivityCounts): Promise<void> {
    const names = ACTIVITIES.filter((name) => counts[name] > 0);
    await this.dataSource.query(ADD, [now, names, names.map((name) => counts[name])]);
  }

  /** @param first the beginning of an hour. */
  listFrom(first: Date): Promise<HourlyCount[]> {
    return this.dataSource.query<HourlyCount[]>(
      'SELECT hour, name, count::float8 AS count FROM activity_hours WHERE hour >= $1',
      [first],
    );
  }
}

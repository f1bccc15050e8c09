import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ACTIVITIES, ActivityCounters, type Activity, type ActivityCounts } from '../common/activity.js';
import { Clock } from '../common/clock.js';
import { ActivityRepository, type HourlyCount } from '../database/repositories/activity.repository.js';

/** What a crash loses, and how late what was done in the last seconds of an hour may be written to the next. */
const EVERY_MS = 5_000;
const HOUR_MS = 3_600_000;
const HOURS = 24;

/** What happened in an hour. */
export type ActivityHour = ActivityCounts & {
  /** When it began. */
  readonly hour: Date;
};

/** Writes every few seconds what this instance counted to the table in which all instances add it up. */
@Injectable()
export class ActivityRecorder implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ActivityRecorder.name);
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly counters: ActivityCounters,
    private readonly repository: ActivityRepository,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  /** The last 24 hours, the oldest first: of this instance up to now, of others up to EVERY_MS ago. */
  async listLastDay(): Promise<ActivityHour[]> {
    await this.write();
    const first = Math.floor(this.clock.now().getTime() / HOUR_MS) - (HOURS - 1);
    const rows = await this.repository.listFrom(new Date(first * HOUR_MS));
    return Array.from({ length: HOURS }, (_, at) => hourOf(rows, new Date((first + at) * HOUR_MS)));
  }

  /** Writes what was counted. What cannot be written is kept for the next time. */
  private write(): Promise<void> {
    this.writing = this.writing.then(() => this.writeCounts());
    return this.writing;
  }

  private async writeCounts(): Promise<void> {
    const counts = this.counters.take();
    if (ACTIVITIES.every((name) => counts[name] === 0)) return;
    try {
      await this.repository.add(this.clock.now(), counts);
    } catch (err) {
      this.counters.putBack(counts);
      this.logger.warn({ msg: 'What happened could not be counted; it is tried again', err });
    }
  }
}

function hourOf(rows: readonly HourlyCount[], hour: Date): ActivityHour {
  const ofHour = rows.filter((row) => row.hour.getTime() === hour.getTime());
  const counts = ACTIVITIES.map((name) => [name, ofHour.find((row) => row.name === name)?.count ?? 0] as const);
  return { hour, ...(Object.fromEntries(counts) as Record<Activity, number>) };
}

/** Jobs of one lane run in the order in which they came; lanes take turns. */
export interface Lane {
  readonly key: string;
  /** A part of the time is kept for reserved lanes, which only known callers enter. */
  readonly isReserved: boolean;
}

/** Where a job waits. */
export interface QueuePlace {
  readonly lane: Lane;
  /** Since when the job has been waiting, in monotonic milliseconds (`performance.now`). */
  readonly since: number;
}

export interface QueuedJob extends QueuePlace {
  readonly expectedMs: number;
  readonly start: () => void;
  readonly refuse: (error: Error) => void;
}

/** Jobs that wait, in lanes that take turns. */
export class QueueLanes {
  /** Up to when the time is promised to refused jobs, in monotonic milliseconds. */
  promisedUntil = -Infinity;
  private work = 0;
  /** The lane whose turn it is stands first. None is empty. */
  private readonly lanes = new Map<string, QueuedJob[]>();

  /** The expected milliseconds of all waiting jobs together. */
  get workMs(): number {
    return this.lanes.size === 0 ? 0 : this.work;
  }

  /** How many jobs wait. */
  get size(): number {
    let jobs = 0;
    for (const waiting of this.lanes.values()) jobs += waiting.length;
    return jobs;
  }

  add(job: QueuedJob): void {
    // Sums of fractions leave a rest.
    if (this.lanes.size === 0) this.work = 0;
    const jobs = this.lanes.get(job.lane.key);
    if (jobs) jobs.push(job);
    else this.lanes.set(job.lane.key, [job]);
    this.work += job.expectedMs;
  }

  /** Takes the first job of the lane whose turn it is. */
  shift(): QueuedJob | undefined {
    const [first] = this.lanes;
    if (!first) return undefined;
    const [key, jobs] = first;
    const job = jobs.shift()!;
    this.lanes.delete(key);
    if (jobs.length > 0) this.lanes.set(key, jobs);
    this.work -= job.expectedMs;
    return job;
  }

  /** The last job of the longest lane; of several, of the lane that came last. */
  lastOfLongest(): QueuedJob | undefined {
    let longest: QueuedJob[] = [];
    for (const jobs of this.lanes.values()) if (jobs.length >= longest.length) longest = jobs;
    return longest.at(-1);
  }

  /** @param last of its lane. */
  removeLast({ lane, expectedMs }: QueuedJob): void {
    const jobs = this.lanes.get(lane.key)!;
    jobs.pop();
    if (jobs.length === 0) this.lanes.delete(lane.key);
    this.work -= expectedMs;
  }

  /** Takes all that came before `instant`. */
  shiftBefore(instant: number): QueuedJob[] {
    const taken: QueuedJob[] = [];
    for (const [key, jobs] of this.lanes) {
      while (jobs[0] && jobs[0].since < instant) taken.push(jobs.shift()!);
      if (jobs.length === 0) this.lanes.delete(key);
    }
    for (const { expectedMs } of taken) this.work -= expectedMs;
    return taken;
  }

  /** The expected milliseconds of all jobs that run before a job that is added to the lane now. */
  workBefore(key: string): number {
    const turns = this.lanes.get(key)?.length ?? 0;
    let jobs = 0;
    let all = 0;
    for (const waiting of this.lanes.values()) {
      jobs += Math.min(waiting.length, turns + 1);
      all += waiting.length;
    }
    return all === 0 ? 0 : (this.workMs * jobs) / all;
  }
}

import { beforeEach, describe, expect, it } from '@jest/globals';
import { AppError } from '../common/app-error.js';
import { FairQueue } from './fair-queue.js';
import type { QueuePlace } from './queue-lanes.js';

const JOB_MS = 50;
const LIMIT_MS = 2_000;
const SLOTS = 2;
/** So many jobs wait for the limit. */
const ROOM = (LIMIT_MS / JOB_MS) * SLOTS;

/** Time that goes on as fast as the jobs allow. */
class VirtualTime {
  now = 0;
  private readonly timers: { at: number; run: () => void }[] = [];

  after(ms: number, run: () => void): void {
    this.timers.push({ at: this.now + ms, run });
    this.timers.sort((left, right) => left.at - right.at);
  }

  async runUntil(end = Infinity): Promise<void> {
    await settle();
    for (let timer; (timer = this.timers[0]) && timer.at <= end; await settle()) {
      this.timers.shift();
      this.now = timer.at;
      timer.run();
    }
  }
}

/** Lets everything that waits for a promise go on. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

interface Outcome {
  readonly name: string;
  readonly waitedMs: number;
  /** Seconds; undefined where it ran. */
  readonly retryAfter?: number | undefined;
}

let time: VirtualTime;
let queue: FairQueue;
let outcomes: Outcome[];

beforeEach(() => {
  time = new VirtualTime();
  queue = new FairQueue({ slots: SLOTS, limitMs: LIMIT_MS, now: () => time.now });
  outcomes = [];
});

/** In real time. */
const placeOf = (key: string): QueuePlace => ({ lane: { key, isReserved: false }, since: performance.now() });

/** A job of this lane, which is reserved where its name begins with `known`. */
function come(lane: string, { comesBack = false, took = JOB_MS } = {}): void {
  const cameAt = time.now;
  let startedAt = 0;
  const task = (): Promise<void> => {
    startedAt = time.now;
    return new Promise((resolve) => time.after(took, resolve));
  };
  queue.run({ lane: { key: lane, isReserved: lane.startsWith('known') }, since: cameAt }, JOB_MS, task).then(
    () => outcomes.push({ name: lane, waitedMs: startedAt - cameAt }),
    (error: unknown) => {
      const retryAfter = error instanceof AppError ? error.details.retryAfterSeconds : undefined;
      outcomes.push({ name: lane, waitedMs: time.now - cameAt, retryAfter });
      if (comesBack) time.after(retryAfter! * 1_000, () => come(`${lane} again`));
    },
  );
}

function comeAtOnce(count: number, laneOf: (n: number) => string, options = {}): void {
  for (let n = 0; n < count; n++) come(laneOf(n), options);
}

/** From now on so many a second, evenly. */
function comeEverySecond(perSecond: number, seconds: number, laneOf: (n: number) => string): void {
  for (let n = 0; n < perSecond * seconds; n++) time.after((n * 1_000) / perSecond, () => come(laneOf(n)));
}

const served = (prefix = ''): Outcome[] =>
  outcomes.filter(({ name, retryAfter }) => name.startsWith(prefix) && retryAfter === undefined);
const refused = (prefix = ''): Outcome[] =>
  outcomes.filter(({ name, retryAfter }) => name.startsWith(prefix) && retryAfter !== undefined);
const longestWait = (of: readonly Outcome[]): number => Math.max(...of.map(({ waitedMs }) => waitedMs));

describe('a burst', () => {
  it('of twice what the limit allows is served, all of it', async () => {
    comeAtOnce(2 * ROOM, () => 'one network');
    await time.runUntil();
    expect([served().length, refused().length]).toEqual([2 * ROOM, 0]);
  });

  it('of more than that is a flood: nobody waits longer than the limit, and the rest are told so at once', async () => {
    comeAtOnce(1_000, (n) => `network ${n}`);
    await time.runUntil();
    expect(served().length).toBe(ROOM + SLOTS);
    expect(longestWait(served())).toBe(LIMIT_MS);
    expect(longestWait(refused())).toBe(0);
  });

  it('tells everybody a time of their own, at which there is room', async () => {
    comeAtOnce(1_000, (n) => `network ${n}`, { comesBack: true });
    await time.runUntil();
    expect(refused('network').filter(({ name }) => name.endsWith('again'))).toEqual([]);
    expect(served().length).toBe(1_000);
    expect(time.now).toBeLessThan(1.3 * ((1_000 * JOB_MS) / SLOTS));
  });

  it('after which nothing waits leaves room for another', async () => {
    comeAtOnce(1_000, () => 'one network');
    await time.runUntil();
    outcomes = [];
    comeAtOnce(2 * ROOM, () => 'one network');
    await time.runUntil();
    expect(refused()).toEqual([]);
  });
});

describe('jobs that take longer than expected', () => {
  it('keep nobody waiting longer than the limit and one job', async () => {
    comeAtOnce(1_000, (n) => `network ${n}`, { took: 3 * JOB_MS });
    await time.runUntil();
    expect(longestWait(outcomes)).toBeLessThanOrEqual(LIMIT_MS + 3 * JOB_MS);
    expect(served().length).toBeGreaterThan(ROOM / 4);
  });
});

describe('a job that takes longer than anybody may wait', () => {
  it('is waited for by one', async () => {
    const slow = new FairQueue({ slots: 1, limitMs: 100 });
    const jobs = ['first', 'second', 'third'].map((name) => slow.run(placeOf('a'), 1_000, () => Promise.resolve(name)));
    const results = await Promise.allSettled(jobs);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  });
});

describe('a job that never ends', () => {
  it('keeps nobody waiting for ever', async () => {
    const slow = new FairQueue({ slots: 1, limitMs: 20 });
    void slow.run(placeOf('a'), 1, () => new Promise(() => undefined));
    await expect(slow.run(placeOf('a'), 1, () => Promise.resolve())).rejects.toThrow('Too many logins at once');
  });
});

describe('a flood from one network', () => {
  it('keeps no other out, and has what they leave', async () => {
    comeEverySecond(200, 20, () => 'flood');
    comeEverySecond(10, 20, (n) => `other ${n}`);
    await time.runUntil();
    expect(refused('other')).toEqual([]);
    expect(longestWait(served('other'))).toBeLessThanOrEqual(2 * JOB_MS);
    expect(served('flood').length).toBeGreaterThan(25 * 20);
    expect(longestWait(outcomes)).toBeLessThanOrEqual(LIMIT_MS + JOB_MS);
  });
});

describe('a flood from many networks', () => {
  it('takes no place of reserved lanes', async () => {
    comeEverySecond(400, 20, (n) => `flood ${n % 200}`);
    comeEverySecond(20, 20, (n) => `known ${n}`);
    await time.runUntil();
    expect(refused('known')).toEqual([]);
    expect(longestWait(served('known'))).toBeLessThanOrEqual(2 * JOB_MS);
  });

  it('in reserved lanes leaves a quarter to the others', async () => {
    comeEverySecond(400, 20, (n) => `known ${n % 200}`);
    comeEverySecond(8, 20, (n) => `other ${n}`);
    await time.runUntil();
    expect(refused('other')).toEqual([]);
    expect(served('known').length).toBeGreaterThan(25 * 20);
  });

  it('makes no known network wait for the time that strangers were promised', async () => {
    comeAtOnce(1_000, (n) => `network ${n}`);
    comeAtOnce(ROOM, () => 'known');
    await time.runUntil();
    const longest = (of: readonly Outcome[]): number => Math.max(...of.map(({ retryAfter }) => retryAfter!));
    expect(longest(refused('network'))).toBeGreaterThan(20);
    expect(longest(refused('known'))).toBeLessThanOrEqual(4);
  });
});

describe('a job that fails', () => {
  it('fails for its own caller, and leaves room for the next', async () => {
    const failing = queue.run(placeOf('a'), JOB_MS, () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    comeAtOnce(4, () => 'a');
    await time.runUntil();
    expect(served().length).toBe(4);
  });
});

describe('the time that a job would wait', () => {
  it('is none while a slot is free, and grows with what comes before it', async () => {
    const lane = { key: 'other', isReserved: false };
    come('flood');
    expect(queue.waitMs(lane)).toBe(0);
    comeAtOnce(40, () => 'flood');
    expect(queue.waitMs({ key: 'flood', isReserved: false })).toBe((39 * JOB_MS) / SLOTS);
    expect(queue.waitMs(lane)).toBe(JOB_MS / SLOTS);
    await time.runUntil();
    expect(queue.waitMs(lane)).toBe(0);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { HashTimes } from './hash-times.js';

let now: number;
let times: HashTimes;

beforeEach(() => {
  now = 0;
  times = new HashTimes(() => now);
});

function note(cost: number, ...measured: number[]): void {
  for (const ms of measured) times.note(cost, ms);
}

describe('the expected time', () => {
  it('doubles with the cost until any was measured', () => {
    expect(times.expectedMs(11)).toBe(2 * times.expectedMs(10));
  });

  it('is the median of what was just measured', () => {
    note(10, 50, 90, 51, 53, 54, 55, 52, 400, 500);
    expect(times.expectedMs(10)).toBe(54);
  });

  it('follows the load', () => {
    note(10, ...Array.from({ length: 40 }, () => 50));
    now = 6_000;
    note(10, 80, 81, 82, 83, 84, 85, 86);
    expect(times.expectedMs(10)).toBe(50);
    note(10, 87);
    expect(times.expectedMs(10)).toBe(84);
  });

  it('is the shortest known after a quiet while', () => {
    note(10, 80, 50, 81);
    now = 6_000;
    expect(times.expectedMs(10)).toBe(50);
  });

  it('of another cost follows the rounds', () => {
    note(10, 48);
    expect(times.expectedMs(12)).toBe(4 * 48);
    expect(times.expectedMs(9)).toBe(24);
  });
});

describe('a sample', () => {
  it('is one of the last measurements of its cost', () => {
    const last = [52, 53, 54, 55, 56, 57, 58, 59];
    note(10, ...last);
    note(11, ...last.map((ms) => 2 * ms));
    const sampled = new Set(Array.from({ length: 1_000 }, () => times.sampleMs(10)));
    expect([...sampled].sort()).toEqual(last);
  });

  it('is not taken from too few, nor from what was long ago', () => {
    note(10, 52, 53, 54, 55, 56, 57, 58);
    expect(times.sampleMs(10)).toBeUndefined();
    note(10, 59);
    expect(times.sampleMs(10)).toBeDefined();
    now = 20_001;
    expect(times.sampleMs(10)).toBeUndefined();
  });
});

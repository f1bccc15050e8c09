import { describe, expect, it } from '@jest/globals';
import { UserTurns } from './user-turns.js';

const USER = 1;

/** Four works of one user that are under way, and one that waits. */
function underWay(): { fail: (error: Error) => void; ends: Promise<PromiseSettledResult<string>[]>; begun: number[] } {
  const turns = new UserTurns();
  const begun: number[] = [];
  let fail: (error: Error) => void = () => undefined;
  const end = new Promise<string>((_, reject) => (fail = reject));
  const works = [0, 1, 2, 3, 4].map((n) =>
    turns.take(USER, () => {
      begun.push(n);
      return n < 4 ? end : Promise.resolve('done');
    }),
  );
  return { fail, ends: Promise.allSettled(works), begun };
}

describe('a write that waits behind others of the same user', () => {
  it('is refused with them where the database does not respond, and asks it nothing', async () => {
    const { fail, ends, begun } = underWay();
    const silence = new Error('Query read timeout');
    fail(silence);
    expect((await ends).at(-1)).toEqual({ status: 'rejected', reason: silence });
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  it('has its turn where they fail for another reason', async () => {
    const { fail, ends } = underWay();
    fail(new Error('There is no such token'));
    expect((await ends).at(-1)).toEqual({ status: 'fulfilled', value: 'done' });
  });
});

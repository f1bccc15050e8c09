import { describe, expect, it } from '@jest/globals';
import { BatchedLookups } from './batched-lookups.js';

/** A look-up of keys that answers when the test says so; `found <key>` is what is there, but for the key "none". */
function openLookUps() {
  const asked: { keys: string[]; answer: () => void; fail: (error: Error) => void }[] = [];
  const lookUps = new BatchedLookups<string>(
    (keys) =>
      new Promise((resolve, reject) => {
        const found = new Map(keys.filter((key) => key !== 'none').map((key) => [key, `found ${key}`]));
        asked.push({ keys, answer: () => resolve(found), fail: reject });
      }),
  );
  return { lookUps, asked };
}
const nextTurn = () => new Promise(setImmediate);

describe('BatchedLookups', () => {
  it('asks once for all that is looked up in one turn, and gives each its own', async () => {
    const { lookUps, asked } = openLookUps();
    const found = Promise.all(['a', 'none', 'b', 'a'].map((key) => lookUps.find(key)));
    await nextTurn();
    expect(asked.map(({ keys }) => keys)).toEqual([['a', 'none', 'b', 'a']]);
    asked[0]!.answer();
    expect(await found).toEqual(['found a', undefined, 'found b', 'found a']);
  });

  it('never gives what was asked for before the call', async () => {
    const { lookUps, asked } = openLookUps();
    const first = lookUps.find('a');
    await nextTurn();
    const second = lookUps.find('a');
    await nextTurn();
    expect(asked).toHaveLength(2);
    asked.forEach(({ answer }) => answer());
    expect(await Promise.all([first, second])).toEqual(['found a', 'found a']);
  });

  it('has two statements under way at most and puts what comes meanwhile into the next', async () => {
    const { lookUps, asked } = openLookUps();
    const found: Promise<string | undefined>[] = [];
    for (const key of ['a', 'b', 'c', 'd']) {
      found.push(lookUps.find(key));
      await nextTurn();
    }
    expect(asked.map(({ keys }) => keys)).toEqual([['a'], ['b']]);
    asked[1]!.answer();
    await nextTurn();
    expect(asked.map(({ keys }) => keys)).toEqual([['a'], ['b'], ['c', 'd']]);
    asked.forEach(({ answer }) => answer());
    expect(await Promise.all(found)).toEqual(['found a', 'found b', 'found c', 'found d']);
  });

  it('does not let statements that hang hold up the next', async () => {
    const { lookUps, asked } = openLookUps();
    for (const key of ['a', 'b']) {
      void lookUps.find(key);
      await nextTurn();
    }
    const found = lookUps.find('c');
    await nextTurn();
    expect(asked).toHaveLength(2);
    while (asked.length < 3) await nextTurn();
    asked[2]!.answer();
    expect(await found).toBe('found c');
    // What hung and is answered after all makes no room a second time.
    asked[0]!.answer();
    asked[1]!.answer();
    for (const key of ['d', 'e', 'f']) {
      void lookUps.find(key);
      await nextTurn();
    }
    expect(asked).toHaveLength(5);
  });

  it('refuses at once what comes on top of very many, and nothing later', async () => {
    const { lookUps, asked } = openLookUps();
    const found = Promise.allSettled(Array.from({ length: 5_000 }, (_, n) => lookUps.find(String(n))));
    for (let answered = 0; answered < 4_096;) {
      await nextTurn();
      for (const { keys, answer } of asked.splice(0)) {
        answered += keys.length;
        answer();
      }
    }
    const refused = (await found).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(5_000 - 4_096);
    expect(refused[0]).toMatchObject({ reason: { code: 'overloaded', details: { retryAfterSeconds: 1 } } });
    const later = lookUps.find('later');
    await nextTurn();
    asked[0]!.answer();
    expect(await later).toBe('found later');
  });

  it('fails those of a statement that failed, and no others', async () => {
    const { lookUps, asked } = openLookUps();
    const failed = lookUps.find('a');
    await nextTurn();
    const found = lookUps.find('b');
    await nextTurn();
    asked[0]!.fail(new Error('cut'));
    asked[1]!.answer();
    await expect(failed).rejects.toThrow('cut');
    expect(await found).toBe('found b');
    const later = lookUps.find('c');
    await nextTurn();
    asked[2]!.answer();
    expect(await later).toBe('found c');
  });
});

import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { whyNotRandom } from './random-key.js';

function bytes(at: (index: number) => number): Buffer {
  return Buffer.from(Array.from({ length: 32 }, (_, index) => at(index) & 0xff));
}

describe('whyNotRandom', () => {
  it('has nothing against 100,000 random keys', () => {
    const reasons = Array.from({ length: 100_000 }, () => whyNotRandom(randomBytes(32)));
    expect(reasons.filter((reason) => reason !== undefined)).toEqual([]);
  });

  it.each([
    ['zeros', Buffer.alloc(32)],
    ['one byte repeated', Buffer.alloc(32, 0xa7)],
    ['a pattern of 3 bytes', Buffer.alloc(32, 'c0ffee', 'hex')],
    ['16 random bytes twice', Buffer.alloc(32, randomBytes(16))],
    ['zeros and a one', bytes((index) => Number(index === 31))],
    ['numbers of two bytes', bytes((index) => (index % 2) * (index >> 1))],
    ['hexadecimal digits', Buffer.from(randomBytes(16).toString('hex'))],
  ])('refuses %s', (_, key) => {
    expect(whyNotRandom(key)).toBe('repeats the same few bytes');
  });

  it.each([
    ['up', (index: number) => index],
    ['down, past zero', (index: number) => 7 - index],
    ['in sevens', (index: number) => 200 + 7 * index],
  ])('refuses bytes that count %s', (_, at) => {
    expect(whyNotRandom(bytes(at))).toBe('counts in equal steps');
  });

  it('refuses a sentence', () => {
    expect(whyNotRandom(Buffer.from('Never gonna give you up, my key!'))).toBe('is readable text');
  });

  it('takes text with a single byte that nobody types', () => {
    const key = Buffer.from('Never gonna give you up, my key!');
    key[20] = 0x7f;
    expect(whyNotRandom(key)).toBeUndefined();
  });
});

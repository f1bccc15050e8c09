import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeStatusBits, encodeStatusBits, hasBit, setBit, STATUS_LIST_BYTES } from './status-bits.js';
import { STATUS_LIST_SIZE } from './status-list-reference.js';

const lst = (bytes: Uint8Array): string => deflateSync(bytes).toString('base64url');

describe('the bits of a status list', () => {
  it('are after decoding what they were, and no others are set', async () => {
    const places = fc.uniqueArray(fc.nat({ max: STATUS_LIST_SIZE - 1 }));
    await fc.assert(
      fc.asyncProperty(places, places, async (set, others) => {
        const bytes = new Uint8Array(STATUS_LIST_BYTES);
        for (const at of set) setBit(bytes, at);
        const decoded = decodeStatusBits(await encodeStatusBits(bytes));
        for (const at of [...set, ...others]) expect(hasBit(decoded, at)).toBe(set.includes(at));
      }),
    );
  });

  it('are read as the draft has its example (section 4.1)', () => {
    const bytes = decodeStatusBits({ bits: 1, lst: 'eNrbuRgAAhcBXQ' });
    expect(Array.from({ length: 16 }, (_, at) => Number(hasBit(bytes, at))).join('')).toBe('1001110111000101');
  });

  it.each([
    ['no claim', undefined],
    ['two bits a token', { bits: 2, lst: lst(new Uint8Array(8)) }],
    ['no list', { bits: 1 }],
    ['a list that is no text', { bits: 1, lst: 7 }],
    ['what is not compressed', { bits: 1, lst: 'AAAA' }],
    ['more than one list holds', { bits: 1, lst: lst(new Uint8Array(STATUS_LIST_BYTES + 1)) }],
  ])('are not read from %s', (_, claim) => {
    expect(() => decodeStatusBits(claim)).toThrow();
  });
});

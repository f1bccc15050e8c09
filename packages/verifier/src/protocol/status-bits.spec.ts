import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeStatuses, encodeStatuses, setBit, STATUS_LIST_BYTES } from './status-bits.js';
import { STATUS_LIST_SIZE } from './status-list-reference.js';

const lst = (bytes: Uint8Array): string => deflateSync(bytes).toString('base64url');

/** As the draft has it (section 4.1), apart from the code that is tested. */
const statusAt = (bytes: Uint8Array, at: number): number => (bytes[Math.floor(at / 4)]! >> (2 * (at % 4))) & 3;

describe('the statuses of a status list', () => {
  it('are after decoding what they were: revoked before suspended, and all others valid', async () => {
    const places = fc.uniqueArray(fc.nat({ max: STATUS_LIST_SIZE - 1 }));
    await fc.assert(
      fc.asyncProperty(places, places, places, places, async (revoked, suspended, both, others) => {
        const bits = [new Uint8Array(STATUS_LIST_SIZE / 8), new Uint8Array(STATUS_LIST_SIZE / 8)] as const;
        for (const at of [...revoked, ...both]) setBit(bits[0], at);
        for (const at of [...suspended, ...both]) setBit(bits[1], at);
        const decoded = decodeStatuses(await encodeStatuses(...bits));
        const invalid = new Set([...revoked, ...both]);
        for (const at of [...suspended, ...others, ...invalid]) {
          expect(statusAt(decoded, at)).toBe(invalid.has(at) ? 1 : suspended.includes(at) ? 2 : 0);
        }
      }),
    );
  });

  it('are read as the draft has its example of one bit a token (section 4.1)', () => {
    const bytes = decodeStatuses({ bits: 1, lst: 'eNrbuRgAAhcBXQ' });
    expect(Array.from({ length: 16 }, (_, at) => statusAt(bytes, at)).join('')).toBe('1001110111000101');
  });

  it('are read as the draft has its example of two bits a token (section 4.1)', () => {
    const bytes = decodeStatuses({ bits: 2, lst: 'eNo76fITAAPfAgc' });
    expect(Array.from({ length: 12 }, (_, at) => statusAt(bytes, at)).join('')).toBe('120301011233');
  });

  it.each([
    ['no claim', undefined],
    ['four bits a token', { bits: 4, lst: lst(new Uint8Array(8)) }],
    ['no list', { bits: 2 }],
    ['a list that is no text', { bits: 2, lst: 7 }],
    ['what is not compressed', { bits: 2, lst: 'AAAA' }],
    ['more of two bits than one list holds', { bits: 2, lst: lst(new Uint8Array(STATUS_LIST_BYTES + 1)) }],
    ['more of one bit than one list holds', { bits: 1, lst: lst(new Uint8Array(STATUS_LIST_BYTES / 2 + 1)) }],
  ])('are not read from %s', (_, claim) => {
    expect(() => decodeStatuses(claim)).toThrow();
  });
});

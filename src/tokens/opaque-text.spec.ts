import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomSecret, randomAlphanumeric } from '../crypto/secrets.js';
import { isOpaqueText, newOpaqueText, type OpaqueKind } from './opaque-text.js';

const PREFIXES: Readonly<Record<OpaqueKind, string>> = { context: 'tessctx', session_refresh: 'tessref' };
const KINDS = Object.keys(PREFIXES) as OpaqueKind[];
const DIGITS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];

const kind = fc.constantFrom(...KINDS);
const character = fc.constantFrom(...DIGITS, '_', '-', 'ü', '\0', ' ');

const kindsOf = (text: string): OpaqueKind[] => KINDS.filter((candidate) => isOpaqueText(candidate, text));

describe.each(KINDS)('a new text of the kind %s', (ofKind) => {
  it('is its prefix, 256 random bits and their CRC-32, in letters and digits', () => {
    const texts = Array.from({ length: 1_000 }, () => newOpaqueText(ofKind));
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) {
      expect(text).toMatch(new RegExp(`^${PREFIXES[ofKind]}[0-9A-Za-z]{49}$`));
      const checksum = [...text.slice(-6)].reduce((number, digit) => number * 62 + DIGITS.indexOf(digit), 0);
      expect(checksum).toBe(crc32(text.slice(0, -6)));
    }
  });

  it('is found by the expressions that the document gives to secret scanners', () => {
    const document = readFileSync('docs/operating.md', 'utf8');
    const expressions = [...document.matchAll(/^\\btess.*\\b$/gm)].map(([expression]) => new RegExp(expression));
    expect(expressions).toHaveLength(KINDS.length);
    const found = expressions.filter((expression) => expression.test(`token="${newOpaqueText(ofKind)}"`));
    expect(found).toHaveLength(1);
  });
});

describe('an opaque text', () => {
  it('of one kind is taken for no other', () => {
    fc.assert(
      fc.property(kind, (ofKind) => {
        const text = newOpaqueText(ofKind);
        expect(kindsOf(text)).toEqual([ofKind]);
        for (const other of KINDS) {
          const renamed = PREFIXES[other] + text.slice(PREFIXES[ofKind].length);
          expect(kindsOf(renamed)).toEqual(other === ofKind ? [ofKind] : []);
        }
      }),
    );
  });

  it('is of no kind with one character changed, added, left out, or changed with the next', () => {
    const place = fc.integer({ min: 0, max: 55 });
    fc.assert(
      fc.property(kind, place, character, (ofKind, at, typed) => {
        const text = newOpaqueText(ofKind);
        const [before, here, next, after] = [text.slice(0, at), text[at]!, text[at + 1] ?? '', text.slice(at + 2)];
        const mistyped = [
          before + typed + next + after,
          before + typed + here + next + after,
          before + next + after,
          before + next + here + after,
        ].filter((other) => other !== text);
        expect(mistyped.map(kindsOf)).toEqual(mistyped.map(() => []));
      }),
      { numRuns: 2_000 },
    );
  });

  it('from before the prefixes is of the kinds that it may be of', () => {
    for (let n = 0; n < 1_000; n++) {
      expect(kindsOf(randomAlphanumeric(43))).toContain('context');
      expect(kindsOf(randomSecret(256))).toContain('session_refresh');
    }
    expect(kindsOf(`${'A'.repeat(42)}B`)).toEqual(['context']);
    expect(kindsOf(`-_${'A'.repeat(41)}`)).toEqual(['session_refresh']);
    for (const text of ['', 'x', 'A'.repeat(42), 'A'.repeat(44), 'A'.repeat(56), `${'A'.repeat(42)}\n`]) {
      expect(kindsOf(text)).toEqual([]);
    }
  });
});

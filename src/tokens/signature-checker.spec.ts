import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { UnverifiedJws } from '@tessera-auth/verifier/protocol/compact-jws';
import { SignatureChecker } from './signature-checker.js';

const keys = [1, 2].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));

/** A signed text and the key to check it with: the other one where the signature is to be invalid. */
function signed(number: number, isValid: boolean): { jws: UnverifiedJws; key: KeyObject; isValid: boolean } {
  const [one, other] = number % 2 === 0 ? [keys[0]!, keys[1]!] : [keys[1]!, keys[0]!];
  const signingInput = `token ${number}`;
  const signature = sign('sha256', Buffer.from(signingInput), { key: one.privateKey, dsaEncoding: 'ieee-p1363' });
  const jws = { header: { alg: 'ES256' as const, kid: String(number % 2) }, payload: {}, signingInput, signature };
  return { jws, key: isValid ? one.publicKey : other.publicKey, isValid };
}

describe('SignatureChecker', () => {
  Logger.overrideLogger(false);
  let checker: SignatureChecker;
  beforeEach(() => {
    checker = new SignatureChecker();
  });
  afterEach(() => checker.onApplicationShutdown());

  const expectRightResults = async (count: number): Promise<void> => {
    const cases = Array.from({ length: count }, (_, number) => signed(number, number % 3 !== 0));
    const results = await Promise.all(cases.map(({ jws, key }) => checker.isSigned(jws, key)));
    expect(results).toEqual(cases.map(({ isValid }) => isValid));
  };

  it('tells valid signatures from invalid ones, alone and many at once', async () => {
    for (const count of [1, 2, 100]) await expectRightResults(count);
  });

  it('gives the same results when its thread ends early', async () => {
    const results = expectRightResults(100);
    await new Promise(setImmediate);
    await checker.onApplicationShutdown();
    await results;
    await expectRightResults(100);
  });

  it('leaves a bounded number of checks for the next turn, however many come in one', async () => {
    const { jws, key } = signed(1, true);
    let settled = 0;
    const all = Array.from({ length: 3_000 }, () => checker.isSigned(jws, key).then(() => settled++));
    await new Promise(setImmediate);
    expect(settled).toBeGreaterThanOrEqual(2_000);
    await Promise.all(all);
  });

  it('fails the call whose key is no key, and no other', async () => {
    const valid = Array.from({ length: 20 }, (_, number) => signed(number, true));
    const broken = { ...signed(1, true), key: 'no key' as unknown as KeyObject };
    const results = await Promise.allSettled([broken, ...valid].map(({ jws, key }) => checker.isSigned(jws, key)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', ...valid.map(() => 'fulfilled')]);
    const later = await Promise.allSettled([...valid, broken].map(({ jws, key }) => checker.isSigned(jws, key)));
    expect(later.map(({ status }) => status)).toEqual([...valid.map(() => 'fulfilled'), 'rejected']);
  });
});

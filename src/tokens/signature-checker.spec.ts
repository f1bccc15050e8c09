import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { UnverifiedJws } from '@tessera-auth/verifier/protocol/compact-jws';
import { SignatureChecker } from './signature-checker.js';

const keys = [1, 2].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));

/** Signed by the one key, with the other one to check it by where it is to fail. */
function signed(number: number, isGood: boolean): { jws: UnverifiedJws; key: KeyObject; isGood: boolean } {
  const [one, other] = number % 2 === 0 ? [keys[0]!, keys[1]!] : [keys[1]!, keys[0]!];
  const signingInput = `token ${number}`;
  const signature = sign('sha256', Buffer.from(signingInput), { key: one.privateKey, dsaEncoding: 'ieee-p1363' });
  const jws = { header: { alg: 'ES256' as const, kid: String(number % 2) }, payload: {}, signingInput, signature };
  return { jws, key: isGood ? one.publicKey : other.publicKey, isGood };
}

describe('SignatureChecker', () => {
  Logger.overrideLogger(false);
  let checker: SignatureChecker;
  beforeEach(() => {
    checker = new SignatureChecker();
  });
  afterEach(() => checker.onApplicationShutdown());

  const expectRightAnswers = async (count: number): Promise<void> => {
    const cases = Array.from({ length: count }, (_, number) => signed(number, number % 3 !== 0));
    const answers = await Promise.all(cases.map(({ jws, key }) => checker.isSigned(jws, key)));
    expect(answers).toEqual(cases.map(({ isGood }) => isGood));
  };

  it('tells good signatures from bad ones, alone and many at once', async () => {
    for (const count of [1, 2, 100]) await expectRightAnswers(count);
  });

  it('answers all the same when its thread breaks off', async () => {
    const answered = expectRightAnswers(100);
    await new Promise(setImmediate);
    await checker.onApplicationShutdown();
    await answered;
    await expectRightAnswers(100);
  });

  it('leaves a bounded number for the next turn, however many come in one', async () => {
    const { jws, key } = signed(1, true);
    let answered = 0;
    const all = Array.from({ length: 3_000 }, () => checker.isSigned(jws, key).then(() => answered++));
    await new Promise(setImmediate);
    expect(answered).toBeGreaterThanOrEqual(2_000);
    await Promise.all(all);
  });

  it('fails the call whose key is none, and no other', async () => {
    const good = Array.from({ length: 20 }, (_, number) => signed(number, true));
    const bad = { ...signed(1, true), key: 'no key' as unknown as KeyObject };
    const answers = await Promise.allSettled([bad, ...good].map(({ jws, key }) => checker.isSigned(jws, key)));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', ...good.map(() => 'fulfilled')]);
    const later = await Promise.allSettled([...good, bad].map(({ jws, key }) => checker.isSigned(jws, key)));
    expect(later.map(({ status }) => status)).toEqual([...good.map(() => 'fulfilled'), 'rejected']);
  });
});

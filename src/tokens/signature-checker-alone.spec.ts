import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';

it('checks signatures where the system has no thread to give', async () => {
  Logger.overrideLogger(false);
  const start = jest.fn(() => {
    throw new Error('EAGAIN');
  });
  jest.unstable_mockModule('node:worker_threads', () => ({ Worker: start }));
  const { SignatureChecker } = await import('./signature-checker.js');
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signature = sign('sha256', Buffer.from('a token'), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const jws = { header: { alg: 'ES256' as const, kid: 'a' }, payload: {}, signature };
  const checker = new SignatureChecker();
  const answers = Array.from({ length: 30 }, (_, number) =>
    checker.isSigned({ ...jws, signingInput: number % 2 === 0 ? 'a token' : 'another' }, publicKey),
  );
  expect(await Promise.all(answers)).toEqual(Array.from({ length: 30 }, (_, number) => number % 2 === 0));
  // Not tried again at every turn.
  expect(start).toHaveBeenCalledTimes(1);
});

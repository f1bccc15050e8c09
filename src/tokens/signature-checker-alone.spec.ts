import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';

it('checks signatures where no thread can be started', async () => {
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
  const results = Array.from({ length: 30 }, (_, number) =>
    checker.isSigned({ ...jws, signingInput: number % 2 === 0 ? 'a token' : 'another' }, publicKey),
  );
  expect(await Promise.all(results)).toEqual(Array.from({ length: 30 }, (_, number) => number % 2 === 0));
  // One attempt for all turns.
  expect(start).toHaveBeenCalledTimes(1);
});

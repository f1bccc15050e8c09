import { it } from '@jest/globals';
import { expectNothingLost, runKillLoop } from '../support/kill-loop/kill-loop.js';

/** `npm run test:long` does the same to a hundred thousand operations. */
const OPERATIONS = 300;

it('nothing acknowledged is lost or revived under kill -9, and the audit log tells exactly what was done', async () => {
  expectNothingLost(await runKillLoop({ operations: OPERATIONS, victims: ['service', 'database'] }));
}, 120_000);

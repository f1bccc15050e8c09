// A program that verifies with the local verifier.
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { serveActions } from './processes.mjs';

const { createVerifier } = await import('@tessera-auth/verifier');
let verifier;

serveActions({
  start(issuer) {
    verifier = createVerifier({ issuer });
  },

  async verify(tokens) {
    for (const token of tokens) await verifier.verify(token);
  },

  /** Verifications a second of tokens that were seen before. */
  async rate(tokens) {
    const began = performance.now();
    let count = 0;
    while (performance.now() - began < 2_000)
      for (const token of tokens) count += (await verifier.verify(token)) ? 1 : 0;
    return (count * 1000) / (performance.now() - began);
  },

  /** Returns as soon as the token is refused here. */
  async untilRefused(token) {
    for (;;) {
      try {
        await verifier.verify(token);
      } catch {
        return;
      }
      await delay(1);
    }
  },
});

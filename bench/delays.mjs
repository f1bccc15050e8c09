// How long a revocation takes to reach those who did not make it.
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Revokes one token after the other.
 * @param watchers processes that say when a token is refused there, by name.
 * @returns by name the ms from the moment at which the revocation was acknowledged, in order.
 */
export async function measureDelays(service, { holder, watchers, count }) {
  const tokens = await service.ask('issue', holder, count);
  if (watchers.verifier) await watchers.verifier.ask('verify', tokens);
  // Until the status lists know the new places, and nothing of the preparation is left to do.
  await delay(1_500);
  const delays = Object.fromEntries(Object.keys(watchers).map((name) => [name, []]));
  for (const token of tokens) {
    const refused = Object.entries(watchers).map(async ([name, watcher]) => {
      await watcher.ask('untilRefused', token);
      return [name, performance.now()];
    });
    await service.ask('revoke', token);
    const began = performance.now();
    for (const [name, at] of await Promise.all(refused)) delays[name].push(Math.max(0, at - began));
  }
  for (const values of Object.values(delays)) values.sort((one, two) => one - two);
  return delays;
}

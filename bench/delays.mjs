// How long a revocation takes to reach the processes that did not revoke.
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Revokes one token after the other.
 * @param watchers processes by name; their action `untilRefused` returns when a token is refused there.
 * @returns by name the delays in ms, sorted: each from the acknowledgement of the revocation to the refusal there.
 */
export async function measureDelays(service, { owner, watchers, count }) {
  const tokens = await service.ask('issue', owner, count);
  if (watchers.verifier) await watchers.verifier.ask('verify', tokens);
  // Until the status lists hold the new tokens' indexes and the work of preparing is over.
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

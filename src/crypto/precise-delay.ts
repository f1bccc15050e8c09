import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';

/** A timer may fire as much later than it should. */
const TIMER_ERROR_MS = 2;

/** Waits to a fraction of a millisecond. It keeps the event loop busy for the last two, so not for many at once. */
export async function preciseDelay(ms: number): Promise<void> {
  const end = performance.now() + ms;
  if (ms > TIMER_ERROR_MS) await delay(ms - TIMER_ERROR_MS);
  while (performance.now() < end) await nextTurn();
}

import { performance } from 'node:perf_hooks';

/** The one source of time that never goes back, so that tests can hold it still. */
export const monotonicClock = {
  /** Milliseconds since some moment. */
  now: (): number => performance.now(),
};

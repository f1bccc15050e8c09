import type { Change } from './change.js';

/** Keeps state in memory in step with the database. */
export interface ChangeSubscriber {
  /** Reloads the whole state from the database. */
  load(): Promise<void>;
  /** Applies one change, synchronously. The same change may come twice. */
  apply(change: Change): void;
}

import type { IncidentAction, Preview } from '../model.ts';
import type { Values } from '../ui/filters.tsx';

export const ACTIONS: readonly IncidentAction[] = ['suspend', 'revoke', 'restore'];

/** What each act would do now to the tokens that match. */
export type Counts = Readonly<Record<IncidentAction, Preview>>;

/** Which filters the service reads as numbers. */
const NUMBERS: ReadonlySet<string> = new Set(['userId', 'keyId']);

/** The filters of an address as the service takes them in a body. */
export function matchOf(values: Values): Record<string, string | number> {
  const entries = Object.entries(values).map(([name, value]) => [name, NUMBERS.has(name) ? Number(value) : value]);
  return Object.fromEntries(entries) as Record<string, string | number>;
}

import { call } from '../api.ts';
import type { Begun, IncidentAction, IncidentMatch, Preview } from '../model.ts';
import type { Values } from '../ui/filters.tsx';

export const ACTIONS: readonly IncidentAction[] = ['suspend', 'revoke', 'restore'];

/** What each act would do now to the tokens that match. */
export type Counts = Readonly<Record<IncidentAction, Preview>>;

/** Which filters the service reads as numbers. */
const NUMBERS: ReadonlySet<string> = new Set(['userId', 'keyId']);

/** The filters of an address as the service takes them in a body. */
function matchOf(values: Values): IncidentMatch {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, NUMBERS.has(name) ? Number(value) : value]),
  );
}

/** What the act would do now. */
export async function previewIncident(action: IncidentAction, match: Values): Promise<Preview> {
  const body = { match: matchOf(match), action, dryRun: true };
  return (await call('POST', '/admin/revocations', { body })) as Preview;
}

/** @param expect how many tokens match. @returns the id of the incident. */
export async function beginIncident(
  action: IncidentAction,
  match: Values,
  reason: string,
  expect: number,
): Promise<string> {
  const body = { match: matchOf(match), action, reason, expect };
  return ((await call('POST', '/admin/revocations', { body })) as Begun).id;
}

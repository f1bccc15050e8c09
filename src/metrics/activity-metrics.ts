import type { Registry } from 'prom-client';
import { type ActivityCounters } from '../common/activity.js';
import { addCounter, type Sample } from './metric-kinds.js';

/** What this instance did since its start. */
export function addActivityMetrics(registry: Registry, activity: ActivityCounters): void {
  const { events, verifications, refusedRefreshes } = activity;
  addCounter(registry, {
    name: 'tessera_verifications_total',
    help: 'Tokens verified by this instance; of what is no active token the kind is unknown',
    labels: ['via', 'kind', 'result'],
    read: () =>
      Object.entries(verifications).flatMap(([via, grid]) =>
        samplesOf(grid, 'kind', 'result').map(([labels, value]) => [{ via, ...labels }, value] as const),
      ),
  });
  addCounter(registry, {
    name: 'tessera_tokens_issued_total',
    help: 'Tokens issued',
    labels: ['kind'],
    read: () => Object.entries(events.issued).map(([kind, value]) => [{ kind }, value] as const),
  });
  addCounter(registry, {
    name: 'tessera_tokens_revoked_total',
    help: 'Tokens revoked before they expired; what ends many at once does not tell their kinds',
    labels: ['kind', 'cause'],
    read: () => samplesOf(events.revoked, 'kind', 'cause'),
  });
  addCounter(registry, {
    name: 'tessera_logins_total',
    help: 'Logins that opened a session or issued a login token, and every refused login, by Basic too',
    labels: ['family', 'result'],
    read: () => samplesOf(events.logins, 'family', 'result'),
  });
  addCounter(registry, {
    name: 'tessera_refreshes_total',
    help: 'Sessions refreshed, or not',
    labels: ['result'],
    read: () =>
      Object.entries({ success: events.refreshes, ...refusedRefreshes }).map(
        ([result, value]) => [{ result }, value] as const,
      ),
  });
}

function samplesOf<Row extends string, Column extends string>(
  grid: Readonly<Record<string, Readonly<Record<string, number>>>>,
  row: Row,
  column: Column,
): Sample<Row | Column>[] {
  return Object.entries(grid).flatMap(([rowName, counts]) =>
    Object.entries(counts).map(([columnName, value]) => {
      const labels = { [row]: rowName, [column]: columnName } as Record<Row | Column, string>;
      return [labels, value] as const;
    }),
  );
}

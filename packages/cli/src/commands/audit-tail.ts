import { setTimeout as delay } from 'node:timers/promises';
import { dataOf, type TesseraClient } from '@tessera-auth/client';
import type { Session } from '../session/session.js';
import { EVENT, eventFiltersOf, type AuditEvent, type EventFilters } from './audit-events.js';
import { listed } from './pages.js';

const POLL_MS = 1_000;
/** An event has the time of its act, and is there once that is committed: so much may lie between. */
const OVERLAP_MS = 10_000;

interface TailOptions extends EventFilters {
  readonly lines: number;
}

/** Prints events as they happen, the oldest first, until the user interrupts. */
export async function tail(session: Session, { lines, ...options }: TailOptions): Promise<void> {
  const interruption = new AbortController();
  const stopListening = session.terminal.onInterrupt(() => interruption.abort());
  try {
    const client = await session.client();
    await session.print.follow(follow(client, eventFiltersOf(options), lines, interruption.signal), EVENT);
  } finally {
    stopListening();
  }
}

async function* follow(
  client: TesseraClient,
  filters: EventFilters,
  lines: number,
  signal: AbortSignal,
): AsyncGenerator<AuditEvent[]> {
  const begun = new Date(Date.now() - OVERLAP_MS).toISOString();
  let recent = await read(client, filters, lines);
  if (recent.length > 0) yield recent;
  while (await waited(signal)) {
    const since = recent.at(-1)?.time ?? begun;
    const after = new Date(Date.parse(since) - OVERLAP_MS).toISOString();
    const found = await read(client, { ...filters, after }, undefined);
    const known = new Set(recent.map(({ id }) => id));
    const fresh = found.filter(({ id }) => !known.has(id));
    if (fresh.length > 0) yield fresh;
    recent = found.length > 0 ? found : recent;
  }
}

/** The newest events, the oldest of them first. */
async function read(client: TesseraClient, query: object, limit: number | undefined): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  const pages = listed(limit, (page) =>
    dataOf(client.GET('/admin/audit/events', { params: { query: { ...query, ...page } } })),
  );
  for await (const event of pages) events.unshift(event);
  return events;
}

/** @returns whether the time passed without an interruption. */
async function waited(signal: AbortSignal): Promise<boolean> {
  await delay(POLL_MS, undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}

import { setTimeout as delay } from 'node:timers/promises';
import { dataOf, type components, type TesseraClient } from '@tessera-auth/client';
import { hasColour, type Terminal } from '../terminal.js';

export type Incident = components['schemas']['IncidentResponseDto'];

const POLL_MS = 250;

/**
 * Follows an incident until it is done, or the user interrupts: then it goes on without being watched.
 * @returns how far it was.
 */
export async function followIncident(client: TesseraClient, id: string, terminal: Terminal): Promise<Incident> {
  const interruption = new AbortController();
  const stopListening = terminal.onInterrupt(() => interruption.abort());
  let bar: ProgressBar | undefined;
  try {
    for (;;) {
      const incident = await dataOf(client.GET('/admin/revocations/{id}', { params: { path: { id } } }));
      if (incident.state !== 'running') return incident;
      bar ??= await startBar(terminal, incident.matched);
      bar?.update(incident.done);
      await delay(POLL_MS, undefined, { signal: interruption.signal }).catch(() => undefined);
      if (interruption.signal.aborted) return incident;
    }
  } finally {
    bar?.stop();
    stopListening();
  }
}

interface ProgressBar {
  update(done: number): void;
  stop(): void;
}

/** Only where somebody looks: in a file it would be noise. */
async function startBar(terminal: Terminal, total: number): Promise<ProgressBar | undefined> {
  const { stderr, env } = terminal;
  if (!stderr.isTTY) return undefined;
  const { default: progress } = await import('cli-progress');
  const [on, off] = hasColour(stderr, env) ? ['\u001b[36m', '\u001b[39m'] : ['', ''];
  const bar = new progress.SingleBar({
    stream: stderr,
    format: `${on}{bar}${off} {percentage}% {value}/{total}`,
    barsize: Math.max(10, Math.min(40, (stderr.columns || 80) - 30)),
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total, 0);
  return bar;
}

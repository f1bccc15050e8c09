import { dataOf, type TesseraClient } from '@tessera-auth/client';
import type { Terminal } from '../terminal.js';

/** Which part of which log. */
export interface ExportQuery {
  readonly epoch?: number;
  readonly first?: number;
  readonly last?: number;
}

/** How an export ended. */
export interface Exported {
  /** How many whole lines were written. */
  readonly lines: number;
  /** Why it ended before its end; undefined where it did not. */
  readonly brokenOffBy?: string;
}

const NEWLINE = 0x0a;

/**
 * Takes an export from the service, byte for byte as it sends it, until its end, the end of the connection or the user.
 * @throws ProblemError where it does not begin.
 */
export async function exportLog(
  client: TesseraClient,
  query: ExportQuery & { readonly accept?: string },
  terminal: Pick<Terminal, 'onInterrupt'>,
  take: (chunk: Uint8Array) => Promise<void>,
): Promise<Exported> {
  const { accept, ...range } = query;
  const interruption = new AbortController();
  const stopListening = terminal.onInterrupt(() => interruption.abort());
  let lines = 0;
  let last = NEWLINE;
  try {
    const { signal } = interruption;
    const stream = await dataOf<ReadableStream<Uint8Array> | null | undefined>(
      client.GET('/admin/audit/export', {
        params: { query: range },
        parseAs: 'stream',
        signal,
        ...(accept && { headers: { accept } }),
      }),
    );
    try {
      for await (const chunk of (stream ?? []) as AsyncIterable<Uint8Array>) {
        for (const byte of chunk) if (byte === NEWLINE) lines++;
        last = chunk.at(-1) ?? last;
        await take(chunk);
      }
    } catch (error) {
      const { message, cause } = error as Error;
      const why = signal.aborted ? 'you' : cause instanceof Error ? cause.message : message;
      return { lines, brokenOffBy: why };
    }
    return last === NEWLINE ? { lines } : { lines, brokenOffBy: 'the service' };
  } finally {
    stopListening();
  }
}

import type { LogLines } from './test-app.js';

/** A security event as a line of the log. */
export interface LoggedEvent {
  readonly action: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly actor: {
    readonly type: string;
    readonly id?: number;
    readonly username?: string;
    readonly tokenId?: string;
  };
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly requestId: string | null;
  readonly traceparent?: string;
  readonly target: { readonly type: string; readonly id: string | null; readonly name: string | null };
  readonly changes?: Record<string, unknown>;
}

/** Reads the log of an instance that starts with `LOG_LEVEL` info. */
export class EventLog implements LogLines {
  readonly lines: string[] = [];

  write(line: string): void {
    this.lines.push(line);
  }

  /** The events that were logged since the last call. */
  take(): LoggedEvent[] {
    const entries = this.lines.splice(0).map((line) => JSON.parse(line) as Record<string, unknown>);
    return entries.flatMap(({ msg, level: _level, time: _time, pid: _pid, context: _context, ...event }) =>
      msg === 'Security event' ? [event as unknown as LoggedEvent] : [],
    );
  }
}

import { performance } from 'node:perf_hooks';
import pg from 'pg';

export interface TimeoutClientConfig extends pg.ClientConfig {
  /** How many milliseconds ago the database last responded to anyone; Infinity as long as nobody asks it steadily. */
  readonly silentMs?: () => number;
}

/** A database that has responded to nobody for so long is waited for no longer, whatever a statement's own limit is. */
const SILENCE_MS = 1_250;
/** Two looks in a row must find it silent: after a pause of this process the first comes before its responses are read. */
const LOOK_MS = 250;
/** How long a transaction may take to begin: the database has nothing to do for it. */
const BEGIN_TIMEOUT_MS = 1_500;
const BEGIN = 'START TRANSACTION';

type Callback = (...results: unknown[]) => void;

/**
 * A connection that breaks when a statement gets no response in time, or when the database falls silent. After a network
 * has dropped it without a word, it would otherwise return to the pool and fail whoever gets it next.
 *
 * Where the database ends a connection at the moment at which the pool hands it out or takes it back, nobody listens
 * for its error, and Node would end the process. Whoever uses it next hears of it by the statement that fails.
 */
export class TimeoutClient extends pg.Client {
  private readonly silentMs: () => number;

  constructor(config: TimeoutClientConfig = {}) {
    super(config);
    this.silentMs = config.silentMs ?? (() => Infinity);
    this.on('error', () => undefined);
    const query = this.query.bind(this) as (...args: unknown[]) => unknown;
    this.query = ((...args: unknown[]) => this.watched(query, args)) as typeof this.query;
  }

  private watched(query: (...args: unknown[]) => unknown, args: unknown[]): unknown {
    if (args[0] === BEGIN) args[0] = { text: BEGIN, query_timeout: BEGIN_TIMEOUT_MS };
    const callback = args.at(-1);
    if (typeof callback === 'function') {
      if (isShort(args[0])) return query(...args);
      const stop = this.breakWhenSilent();
      args[args.length - 1] = (...results: unknown[]) => {
        stop();
        (callback as Callback)(...results);
      };
      return query(...args);
    }
    const response = query(...args);
    if (response instanceof Promise) {
      response.catch((error: unknown) => this.breakIfTimedOut(error)).finally(this.breakWhenSilent());
    }
    return response;
  }

  /** @returns ends the watch. */
  private breakWhenSilent(): () => void {
    const startedAt = performance.now();
    let silentLooks = 0;
    const timer = setInterval(() => {
      const silentMs = this.silentMs();
      const isSilent = Number.isFinite(silentMs) && Math.min(silentMs, performance.now() - startedAt) > SILENCE_MS;
      silentLooks = isSilent ? silentLooks + 1 : 0;
      if (silentLooks > 1) this.break();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }

  private breakIfTimedOut(error: unknown): void {
    if (error instanceof Error && error.message === 'Query read timeout') this.break();
  }

  /** Whatever is waited for fails: its connection was terminated. */
  private break(): void {
    (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}

/** Whether its own limit comes first: the statements of the hot paths, which are spared the watch. */
function isShort(config: unknown): boolean {
  const { query_timeout: limitMs } = config as { query_timeout?: number };
  return limitMs !== undefined && limitMs <= SILENCE_MS + LOOK_MS;
}

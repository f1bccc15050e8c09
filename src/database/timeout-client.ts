import pg from 'pg';

/**
 * A connection that breaks when a statement gets no answer in time. After a network has silently dropped it, it would
 * otherwise return to the pool and fail whoever gets it next.
 *
 * Where the database ends a connection at the moment at which the pool hands it out or takes it back, nobody listens
 * for its error, and Node would end the process. Whoever uses it next hears of it by the statement that fails.
 */
export class TimeoutClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
    const query = this.query.bind(this) as (...args: unknown[]) => unknown;
    this.query = ((...args: unknown[]) => {
      const answer = query(...args);
      if (answer instanceof Promise) answer.catch((error: unknown) => this.breakIfSilent(error));
      return answer;
    }) as typeof this.query;
  }

  private breakIfSilent(error: unknown): void {
    if (!(error instanceof Error && error.message === 'Query read timeout')) return;
    (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}

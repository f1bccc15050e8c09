/** What a token's text has to be to introspection. */
export type TokenState = 'active' | 'ended';

/**
 * What the service acknowledged. Of a request that got no response nobody can say whether it was done, so the tokens
 * that it would have ended are struck out.
 */
export class Ledger {
  /** By a token's text. */
  readonly states = new Map<string, TokenState>();
  /** What the audit log has to tell of each acknowledged request, by its `X-Request-Id`. */
  readonly actions = new Map<string, string>();
  /** How often each operation was acknowledged. */
  readonly counts = new Map<string, number>();
  /** Requests without a response, or with one that says that the service could not do it now. */
  inDoubt = 0;
  /** Every other response. */
  readonly refusals: string[] = [];
  private changed = new Set<string>();

  get acknowledged(): number {
    return this.actions.size;
  }

  doubt(texts: readonly string[]): void {
    for (const text of texts) this.states.delete(text);
  }

  acknowledge(operation: string, action: string, requestId: string): void {
    this.actions.set(requestId, action);
    this.counts.set(operation, (this.counts.get(operation) ?? 0) + 1);
  }

  set(texts: readonly string[], state: TokenState): void {
    for (const text of texts) {
      this.states.set(text, state);
      this.changed.add(text);
    }
  }

  /** The tokens whose state was acknowledged since the last call. */
  takeChanged(): string[] {
    const texts = [...this.changed].filter((text) => this.states.has(text));
    this.changed = new Set();
    return texts;
  }
}

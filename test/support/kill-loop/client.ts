import { setTimeout as delay } from 'node:timers/promises';
import { fetchDocumented } from '../openapi/observe-responses.js';
import { basic, PASSWORD } from '../test-app.js';
import type { Ledger } from './ledger.js';
import { disable } from './endings.js';
import type { LoopUser, Operation } from './operation.js';
import { anyOperation, createUser } from './operations.js';
import type { KillableService } from './killable-service.js';

/** Nothing takes longer, whatever is killed. */
const RESPONSE_MS = 20_000;
/** After so many operations, on average, a client goes on with another user. */
const OPERATIONS_PER_USER = 60;

/** Works with one user after the other, whom nobody else touches: so it knows what each of their tokens has to be. */
export class LoopClient {
  private readonly admin = basic('admin', PASSWORD);
  private users = 0;

  constructor(
    private readonly name: string,
    private readonly service: KillableService,
    private readonly ledger: Ledger,
  ) {}

  /** @param isOver asked before each operation. */
  async work(isOver: () => boolean): Promise<void> {
    let user: LoopUser | undefined;
    while (!isOver()) {
      await this.service.whenOpen();
      user = user ? await this.goOn(user) : await this.newUser();
    }
  }

  /** @returns the user; undefined where another is to follow. */
  private async goOn(user: LoopUser): Promise<LoopUser | undefined> {
    const isLast = Math.random() < 1 / OPERATIONS_PER_USER;
    // The tokens of every other user stay.
    if (isLast && Math.random() < 0.5) return undefined;
    const operation = isLast ? disable(user, this.admin) : anyOperation(user, this.admin);
    const body = await this.perform(operation);
    // Whatever was in doubt, this user's state is.
    if (!body) return undefined;
    const { ends = [], gives, done } = operation;
    const given = gives?.(body as Record<string, string>) ?? [];
    this.ledger.set(textsOf(ends), 'ended');
    this.ledger.set(textsOf(given), 'active');
    user.tokens = [...user.tokens.filter((token) => !ends.includes(token)), ...given];
    done?.();
    return isLast ? undefined : user;
  }

  private async newUser(): Promise<LoopUser | undefined> {
    const username = `${this.name}-${this.users++}`;
    const body = await this.perform(createUser(this.admin, { username, password: PASSWORD, role: 'viewer' }));
    return body && { id: Number(body.id), username, password: PASSWORD, tokens: [] };
  }

  /** @returns the body of its response; undefined where nobody can say whether it was done. */
  private async perform({
    name,
    ends = [],
    action,
    status,
    ...request
  }: Operation): Promise<(object & { id?: unknown }) | undefined> {
    this.ledger.doubt(textsOf(ends));
    const response = await this.send(name, request);
    if (response?.status === status) {
      this.ledger.acknowledge(name, action, response.headers.get('x-request-id')!);
      return response.status === 204 ? {} : ((await response.json().catch(() => ({}))) as object);
    }
    this.ledger.inDoubt++;
    if (response && response.status !== 503) this.ledger.refusals.push(`${name}: ${response.status}`);
    // Not again and again while the database is away.
    if (response) await delay(100);
    return undefined;
  }

  /** @returns undefined where the connection broke. */
  private async send(
    name: string,
    { method, path, call }: Pick<Operation, 'method' | 'path' | 'call'>,
  ): Promise<Response | undefined> {
    const { headers, json } = call;
    try {
      return await fetchDocumented(this.service.url + path, {
        method,
        signal: AbortSignal.timeout(RESPONSE_MS),
        headers: { ...headers, ...(json !== undefined && { 'content-type': 'application/json' }) },
        ...(json !== undefined && { body: JSON.stringify(json) }),
      });
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') this.ledger.refusals.push(`${name}: no response`);
      return undefined;
    }
  }
}

function textsOf(tokens: readonly { text: string }[]): string[] {
  return tokens.map(({ text }) => text);
}

import { Injectable } from '@nestjs/common';
import { OperatorPool } from '../operator-pool.js';

export interface StoredEvent {
  readonly id: string;
  readonly time: Date;
  /** The exact text that is hashed. */
  readonly payload: string;
}

export interface AuditFilter {
  readonly action?: string;
  /** An id or a user name. */
  readonly actor?: string;
  /** An id or a name. */
  readonly target?: string;
  readonly outcome?: string;
  readonly requestId?: string;
  /** Later than this. */
  readonly after?: Date;
  /** Earlier than this. */
  readonly before?: Date;
}

/** The event that a page ended with. */
export interface AuditPosition {
  readonly time: Date;
  readonly id: string;
}

/**
 * An `OR` over two columns would have to sort all that it finds. So each choice of columns is a query of its own that
 * reads the end of one index, and the few rows of all of them are merged.
 */
const COLUMNS = { actor: ['actor_id', 'actor_username'], target: ['target_id', 'target_name'] } as const;
const PLACES = ['audit_events WHERE leaf IS NOT NULL', 'unsealed_audit_events WHERE true'];

/** Searches the audit log. */
@Injectable()
export class AuditSearchRepository {
  constructor(private readonly pool: OperatorPool) {}

  /** The newest events that fit, from those older than `position` on. */
  listPage(filter: AuditFilter, position: AuditPosition | undefined, limit: number): Promise<StoredEvent[]> {
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const everywhere: string[] = [];
    if (filter.action !== undefined) everywhere.push(`action = ${bind(filter.action)}`);
    if (filter.outcome !== undefined) everywhere.push(`outcome = ${bind(filter.outcome)}`);
    if (filter.requestId !== undefined) everywhere.push(`request_id = ${bind(filter.requestId)}`);
    if (filter.after) everywhere.push(`time > ${bind(filter.after)}`);
    if (filter.before) everywhere.push(`time < ${bind(filter.before)}`);
    if (position) everywhere.push(`(time, id) < (${bind(position.time)}, ${bind(position.id)}::uuid)`);
    const choices = [PLACES, ...(['actor', 'target'] as const).flatMap((name) => this.choice(name, filter, bind))];
    const count = bind(limit);
    const branches = combinations(choices).map(
      (choice) =>
        `(SELECT id, time, payload FROM ${[...choice, ...everywhere].join(' AND ')}
          ORDER BY time DESC, id DESC LIMIT ${count})`,
    );
    return this.pool.query<StoredEvent>(
      `SELECT DISTINCT ON (time, id) id, time, payload FROM (${branches.join(' UNION ALL ')}) AS found
       ORDER BY time DESC, id DESC LIMIT ${count}`,
      values,
    );
  }

  private choice(name: keyof typeof COLUMNS, filter: AuditFilter, bind: (value: unknown) => string): string[][] {
    if (filter[name] === undefined) return [];
    const value = bind(filter[name]);
    return [COLUMNS[name].map((column) => `${column} = ${value}`)];
  }
}

function combinations(choices: readonly (readonly string[])[]): string[][] {
  return choices.reduce<string[][]>((all, choice) => all.flatMap((one) => choice.map((next) => [...one, next])), [[]]);
}

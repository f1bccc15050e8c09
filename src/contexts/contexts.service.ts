import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { changedFields, type EventTarget } from '../common/security-event.js';
import type { ContextEntity } from '../database/entities/context.entity.js';
import { ContextRepository } from '../database/repositories/context.repository.js';
import type { Transaction } from '../database/transaction.js';
import { TransactionRunner } from '../database/transactions.js';
import { MAX_CONTEXT_CODE, OLD_CONTEXT_NAME } from './context-name.js';

/** Contexts as a request names them: those of both lists, which may repeat. */
export interface WantedContexts {
  readonly names: readonly string[];
  readonly codes: readonly number[];
}

/** What is absent stays as it is. */
export interface ContextChanges {
  readonly name?: string;
  readonly description?: string | null;
}

/** How many unknown contexts a message names. */
const MAX_NAMED = 10;

/** The catalogue of contexts. */
@Injectable()
export class ContextsService {
  constructor(
    private readonly contexts: ContextRepository,
    private readonly transactions: TransactionRunner,
  ) {}

  /** All contexts, in the order of their codes. */
  listContexts(): Promise<ContextEntity[]> {
    return this.contexts.listAll();
  }

  /** @throws AppError `context_taken`. */
  async createContext(actor: Actor, context: ContextEntity): Promise<ContextEntity> {
    return this.transactions.run(async (transaction) => {
      if (!(await this.contexts.insert(transaction, context))) {
        throw new AppError('context_taken', 'There is a context of this code or name already');
      }
      const { description } = context;
      transaction.record(actor, { action: 'context.created', target: targetOf(context), changes: { description } });
      return context;
    });
  }

  /** A token keeps a context that gets another name. @throws AppError `context_not_found`, `context_taken`. */
  async updateContext(actor: Actor, code: number, changes: ContextChanges): Promise<ContextEntity> {
    return this.transactions.run(async (transaction) => {
      const before = (await this.contexts.lockByCode(transaction, code)) ?? notFound();
      const { name = before.name, description = before.description } = changes;
      const after = { code, name, description };
      if (!(await this.contexts.update(transaction, after))) {
        throw new AppError('context_taken', 'There is a context of this name already');
      }
      const changed = changedFields(before, after, ['name', 'description']);
      transaction.record(actor, { action: 'context.updated', target: targetOf(after), changes: changed });
      return after;
    });
  }

  /** @throws AppError `context_not_found`, `context_in_use`. */
  async deleteContext(actor: Actor, code: number): Promise<void> {
    await this.transactions.run(async (transaction) => {
      const context = (await this.contexts.lockByCode(transaction, code)) ?? notFound();
      const tokens = await this.contexts.countTokens(transaction, code);
      if (tokens > 0) {
        const message = `${tokens} ${tokens === 1 ? 'token is' : 'tokens are'} good for this context`;
        throw new AppError('context_in_use', message, { details: { tokens } });
      }
      await this.contexts.delete(transaction, code);
      transaction.record(actor, { action: 'context.deleted', target: targetOf(context) });
    });
  }

  /**
   * Finds the contexts that a request names and locks them: none is deleted before the transaction ends.
   * @returns the code of each, once.
   * @throws AppError `invalid_request` where none is named; `context_not_found` that names those that do not exist.
   */
  async resolve(transaction: Transaction, wanted: WantedContexts): Promise<number[]> {
    const { names, codes } = wanted;
    if (names.length + codes.length === 0) throw new AppError('invalid_request', 'At least one context is required');
    const { found, unknown } = await this.locate(transaction, wanted);
    if (unknown.length > 0) throw new AppError('context_not_found', `Unknown context: ${unknown.join(', ')}`);
    return found;
  }

  /** As `resolve`. @returns the codes, and those that do not exist as a message names them. */
  async locate(
    transaction: Transaction,
    { names, codes }: WantedContexts,
  ): Promise<{ found: number[]; unknown: readonly string[] }> {
    const possibleNames = names.filter((name) => OLD_CONTEXT_NAME.test(name));
    const possibleCodes = codes.filter((code) => code >= 0 && code <= MAX_CONTEXT_CODE);
    const rows = await this.contexts.lockAny(transaction, possibleNames, possibleCodes);
    const known = new Set<string | number>(rows.flatMap(({ name, code }) => [name, code]));
    const unknown = [...new Set([...names, ...codes])].filter((wantedOne) => !known.has(wantedOne));
    return { found: rows.map(({ code }) => code), unknown: enumerate(unknown) };
  }
}

function targetOf({ code, name }: ContextEntity): EventTarget<'context'> {
  return { type: 'context', id: String(code), name };
}

function enumerate(unknown: readonly (string | number)[]): string[] {
  const named = unknown.slice(0, MAX_NAMED).map((one) => (typeof one === 'string' ? JSON.stringify(one) : String(one)));
  const more = unknown.length - named.length;
  return more === 0 ? named : [...named.slice(0, -1), `${named.at(-1)} and ${more} more`];
}

function notFound(): never {
  throw new AppError('context_not_found', 'There is no context of this code');
}

import type { EntityManager } from 'typeorm';
import type { Transaction } from './transaction.js';

const managers = new WeakMap<Transaction, EntityManager>();

/** Says through which connection `transaction` runs. */
export function bindManager(transaction: Transaction, manager: EntityManager): void {
  managers.set(transaction, manager);
}

/** How repositories reach the connection of `transaction`; nobody outside `database/` can import it. */
export function managerOf(transaction: Transaction): EntityManager {
  return managers.get(transaction)!;
}

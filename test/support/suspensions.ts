import { managerOf } from '../../src/database/transaction-manager.js';
import { TransactionRunner } from '../../src/database/transactions.js';
import type { TestApp, TestUser } from './test-app.js';

/** Suspends every token of the user, as they are known to `app` and to all others a moment later. */
export function suspendTokensOf(app: TestApp, user: TestUser): Promise<void> {
  return change(app, 'suspended', `SET suspended_at = $2 WHERE user_id = $1 AND suspended_at IS NULL`, user);
}

/** Gives back what is suspended of the user. */
export function restoreTokensOf(app: TestApp, user: TestUser): Promise<void> {
  return change(app, 'restored', `SET suspended_at = NULL WHERE user_id = $1 AND suspended_at <= $2`, user);
}

async function change(app: TestApp, what: 'suspended' | 'restored', set: string, { id }: TestUser): Promise<void> {
  await app.get(TransactionRunner).run(async (transaction) => {
    const sql = `UPDATE tokens ${set} AND revoked_at IS NULL RETURNING idx`;
    const [rows] = await managerOf(transaction).query<[{ idx: string }[], number]>(sql, [id, app.clock.now()]);
    transaction.announce({ type: `tokens_${what}`, idxs: rows.map(({ idx }) => Number(idx)) });
  });
}

import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import { isDatabaseUnavailable } from './unavailable.js';

/** Of the ten connections of an instance; more than two would only wait for the user's row in most cases. */
const AT_ONCE = 4;
const MAX_WAIT_MS = 1_000;

interface Waiter {
  begin(): void;
  refuse(error: Error): void;
}

interface Turns {
  underWay: number;
  /** In the order in which they came. */
  readonly waiting: Set<Waiter>;
}

/** Few writes at once for one user on this instance: the others wait without a connection, which others need. */
@Injectable()
export class UserTurns {
  private readonly users = new Map<number, Turns>();

  /**
   * Does `work` when it is its turn. It must not ask for another turn of the same user.
   * @throws AppError `overloaded` where its turn does not come within a second; whatever `work` throws; and where the
   * database cannot be used, what an earlier work threw.
   */
  async take<T>(userId: number, work: () => Promise<T>): Promise<T> {
    const turns = this.users.get(userId) ?? { underWay: 0, waiting: new Set() };
    this.users.set(userId, turns);
    if (turns.underWay < AT_ONCE) turns.underWay++;
    else await waitForTurn(turns);
    try {
      return await work();
    } catch (error) {
      if (isDatabaseUnavailable(error)) refuseAll(turns, error as Error);
      throw error;
    } finally {
      this.pass(userId, turns);
    }
  }

  /** Leaves the place to the next, who counts as under way from now on. */
  private pass(userId: number, turns: Turns): void {
    const [next] = turns.waiting;
    if (next) return next.begin();
    turns.underWay--;
    if (turns.underWay === 0) this.users.delete(userId);
  }
}

function waitForTurn({ waiting }: Turns): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      waiting.delete(waiter);
    };
    const waiter: Waiter = {
      begin: () => {
        leave();
        resolve();
      },
      refuse: (error) => {
        leave();
        reject(error);
      },
    };
    const timer = setTimeout(() => waiter.refuse(tooMany()), MAX_WAIT_MS);
    waiting.add(waiter);
  });
}

/** They have waited; to wait for the same database once more would take longer than anyone is to be kept waiting. */
function refuseAll({ waiting }: Turns, error: Error): void {
  for (const waiter of waiting) waiter.refuse(error);
}

function tooMany(): AppError {
  return new AppError('overloaded', 'Too many requests of this user at once; try again shortly', {
    details: { retryAfterSeconds: 1 },
  });
}

import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';

/** Of the ten connections of an instance; more than two would only wait for the user's row in most cases. */
const AT_ONCE = 4;
const MAX_WAIT_MS = 1_000;

interface Turns {
  underWay: number;
  /** In the order in which they came. */
  readonly waiting: Set<() => void>;
}

/** Few writes at once for one user on this instance: the others wait without a connection, which others need. */
@Injectable()
export class UserTurns {
  private readonly users = new Map<number, Turns>();

  /**
   * Does `work` when it is its turn. It must not ask for another turn of the same user.
   * @throws AppError `overloaded` where its turn does not come within a second, and whatever `work` throws.
   */
  async take<T>(userId: number, work: () => Promise<T>): Promise<T> {
    const turns = this.users.get(userId) ?? { underWay: 0, waiting: new Set() };
    this.users.set(userId, turns);
    if (turns.underWay < AT_ONCE) turns.underWay++;
    else await waitForTurn(turns);
    try {
      return await work();
    } finally {
      this.pass(userId, turns);
    }
  }

  /** Leaves the place to the next, who counts as under way from now on. */
  private pass(userId: number, turns: Turns): void {
    const [next] = turns.waiting;
    if (next) return next();
    turns.underWay--;
    if (turns.underWay === 0) this.users.delete(userId);
  }
}

function waitForTurn({ waiting }: Turns): Promise<void> {
  return new Promise((resolve, reject) => {
    const begin = (): void => {
      clearTimeout(timer);
      waiting.delete(begin);
      resolve();
    };
    const timer = setTimeout(() => {
      waiting.delete(begin);
      reject(tooMany());
    }, MAX_WAIT_MS);
    waiting.add(begin);
  });
}

function tooMany(): AppError {
  return new AppError('overloaded', 'Too many requests of this user at once; try again shortly', {
    details: { retryAfterSeconds: 1 },
  });
}

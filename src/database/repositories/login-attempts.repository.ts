import { Injectable } from '@nestjs/common';
import { HotStatements } from '../hot-statements.js';

export interface LoginAttempt {
  /** A keyed digest of the user name. */
  readonly account: Buffer;
  readonly source: string;
  readonly now: Date;
}

/** Counts failures to log in, in the database, so that every instance and family counts together. */
@Injectable()
export class LoginAttemptsRepository {
  constructor(private readonly hot: HotStatements) {}

  async countFailure({ account, source, now }: LoginAttempt): Promise<void> {
    await this.hot.run('count_login_failure', [account, source, now]);
  }

  /**
   * A right password ends the row of failures, unless the source has to wait.
   * @returns false where it has to.
   */
  async admit({ account, source, now }: LoginAttempt): Promise<boolean> {
    return (await this.hot.run('admit_login', [account, source, now])).length === 1;
  }
}

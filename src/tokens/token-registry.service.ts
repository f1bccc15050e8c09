import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { TokenMatch } from '../common/token-match.js';
import {
  TokenListRepository,
  type ListedSession,
  type ListedToken,
} from '../database/repositories/token-list.repository.js';
import type { TokenPosition } from '../database/repositories/token-branch.js';

/** Shows tokens of every kind, and login sessions, whether they are active or have ended. */
@Injectable()
export class TokenRegistryService {
  constructor(
    private readonly lists: TokenListRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The latest first: by their last use or by their expiry where the match is about that, else by their issue.
   * @param after the token that the page before ended with.
   * @throws AppError `unavailable` where it takes too long.
   */
  listTokens(match: TokenMatch, after: TokenPosition | undefined, limit: number): Promise<ListedToken[]> {
    return this.lists.listPage({ match, now: this.clock.now(), after, limit });
  }

  /** As `listTokens`; what `match` says is said of their refresh tokens. */
  listSessions(match: TokenMatch, after: TokenPosition | undefined, limit: number): Promise<ListedSession[]> {
    const ofSessions: TokenMatch = { ...match, kinds: ['session_refresh'] };
    return this.lists.listSessionPage({ match: ofSessions, now: this.clock.now(), after, limit });
  }

  /** @throws AppError `token_not_found`, `unavailable`. */
  async getToken(id: string): Promise<ListedToken> {
    const token = isUuid(id) ? await this.lists.find(id, this.clock.now()) : undefined;
    if (!token) throw new AppError('token_not_found', 'There is no token of this id');
    return token;
  }
}

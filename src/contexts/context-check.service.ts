import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import type { Role } from '../common/roles.js';
import { TokensService } from '../tokens/tokens.service.js';
import { ContextTokenVerifier } from './context-token-verifier.js';
import { ContextsService } from './contexts.service.js';

export const REFUSALS = ['token_invalid', 'context_unknown', 'context_missing'] as const;

export type Refusal = (typeof REFUSALS)[number];

export interface BearerFacts {
  readonly userId: number;
  readonly username: string;
  /** The role that he has now. */
  readonly role: Role;
  /** The names of what the token is good for; null for one that carries its user's whole rights. */
  readonly contexts: readonly string[] | null;
}

/** Absent `refusal`: yes. Absent `bearer`: the token is not good for anything. */
export interface Verdict {
  readonly refusal?: Refusal;
  readonly bearer?: BearerFacts;
}

/** Says yes or no to an operation that somebody wants to do with a bearer token of any kind. */
@Injectable()
export class ContextCheckService {
  constructor(
    private readonly verifier: ContextTokenVerifier,
    private readonly tokens: TokensService,
    private readonly contexts: ContextsService,
  ) {}

  /**
   * @param context the name of what the operation needs; absent where it needs nothing but a good token.
   * @throws AppError `unavailable` where the state of revocation is not known.
   */
  async check(text: string, context?: string): Promise<Verdict> {
    const bearer = await this.factsOf(text);
    if (!bearer) return { refusal: 'token_invalid' };
    if (context === undefined || bearer.contexts?.includes(context)) return { bearer };
    if (!(await this.contexts.isKnown(context))) return { bearer, refusal: 'context_unknown' };
    return bearer.contexts === null ? { bearer } : { bearer, refusal: 'context_missing' };
  }

  private async factsOf(text: string): Promise<BearerFacts | undefined> {
    try {
      if (this.verifier.isPossible(text)) return await this.verifier.verify(text);
      return { ...(await this.tokens.verify(text)), contexts: null };
    } catch (error) {
      if (error instanceof AppError && error.code === 'token_invalid') return undefined;
      throw error;
    }
  }
}

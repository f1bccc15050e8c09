import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import type { OpaqueTokenHandler, ActiveToken } from './active-token.js';
import { TokenUses } from './token-uses.service.js';
import { TokensService } from './tokens.service.js';

/** Longer texts than any that we issue are refused unread, and so is what cannot be asked of the database. */
const OPAQUE_FORM = /^[A-Za-z0-9_-]{16,256}$/;

/** Answers for every kind of token in one place: all that verify for other services ask here. */
@Injectable()
export class TokenIntrospection {
  private readonly readers: OpaqueTokenHandler[] = [];

  constructor(
    private readonly tokens: TokensService,
    private readonly uses: TokenUses,
  ) {}

  /** Adds a kind of opaque tokens; to be called before the application has started. */
  register(reader: OpaqueTokenHandler): void {
    this.readers.push(reader);
  }

  /** @returns undefined for a token that is not active, for whatever reason. @throws AppError `unavailable`. */
  async inspect(text: string): Promise<ActiveToken | undefined> {
    if (text.includes('.')) return this.tokens.inspect(text);
    if (!OPAQUE_FORM.test(text)) return undefined;
    for (const reader of this.readers) {
      const facts = await reader.inspect(text);
      if (facts) return facts;
    }
    return undefined;
  }

  /** As `inspect`, and notes that the token was used from where the actor is, who presents it. */
  async introspect({ source }: Actor, text: string): Promise<ActiveToken | undefined> {
    const token = await this.inspect(text);
    if (token) this.uses.note(token, source.address);
    return token;
  }

  /**
   * Whether the bearer of `text` may be served, in `context` where one is named: a token that opens whatever its user
   * may do is good for every context. Where they may, the token was used.
   * @throws AppError `token_invalid`, `context_missing`, `unavailable`.
   */
  async authorize({ source }: Actor, text: string, context?: string): Promise<ActiveToken> {
    const facts = await this.inspect(text);
    if (!facts?.opensServices) throw new AppError('token_invalid', 'Invalid or expired token');
    if (context !== undefined && facts.contexts && !facts.contexts.includes(context)) {
      throw new AppError('context_missing', 'The token is not good for this context');
    }
    this.uses.note(facts, source.address);
    return facts;
  }

  /** Ends the token, by possession of its text (RFC 7009). @throws AppError `unavailable`. */
  async revoke(actor: Actor, text: string): Promise<void> {
    if (text.includes('.')) await this.tokens.revokeByText(actor, text);
    else if (OPAQUE_FORM.test(text)) for (const reader of this.readers) await reader.revoke(actor, text);
  }
}

import { Injectable } from '@nestjs/common';
import { contextRefusal } from '@tessera-auth/verifier/protocol/context-refusal';
import type { Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import type { ActiveToken, OpaqueTokenHandler, OwnersToken } from './active-token.js';
import { TokensService } from './tokens.service.js';

/** Longer texts than any that we issue are refused unread, and so is what cannot be asked of the database. */
const OPAQUE_FORM = /^[A-Za-z0-9_-]{16,256}$/;

/** Answers for every kind of token in one place: all that verify for other services ask here. */
@Injectable()
export class TokenIntrospection {
  private readonly readers: OpaqueTokenHandler[] = [];

  constructor(private readonly tokens: TokensService) {}

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

  /**
   * Whether a service may serve the bearer of `text`.
   * @param context what the service needs: `*` takes a token of any context, and where none is named no context token
   *   is accepted. Every other token is valid for whatever its owner may do.
   * @throws AppError `token_invalid`, `context_missing`, `unavailable`.
   */
  authorize(text: string): Promise<OwnersToken>;
  authorize(text: string, context: string | undefined): Promise<ActiveToken>;
  async authorize(text: string, context?: string): Promise<ActiveToken> {
    const token = await this.inspect(text);
    if (!token?.opensServices) throw new AppError('token_invalid', 'Invalid or expired token');
    const refusal = contextRefusal(token.contexts, context);
    if (refusal !== undefined) throw new AppError('context_missing', refusal);
    return token;
  }

  /** Ends the token, by possession of its text (RFC 7009). @throws AppError `unavailable`. */
  async revoke(actor: Actor, text: string): Promise<void> {
    if (text.includes('.')) await this.tokens.revokeByText(actor, text);
    else if (OPAQUE_FORM.test(text)) for (const reader of this.readers) await reader.revoke(actor, text);
  }
}

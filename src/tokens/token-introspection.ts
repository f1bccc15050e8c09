import { Injectable } from '@nestjs/common';
import { contextRefusal } from '@tessera-auth/verifier/protocol/context-refusal';
import { ActivityCounters } from '../common/activity.js';
import type { Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import type { ActiveToken, OpaqueTokenHandler } from './active-token.js';
import { TokenUses } from './token-uses.service.js';
import { TokensService } from './tokens.service.js';

/** Introspects every kind of token: whatever verifies a token for a service does it here. */
@Injectable()
export class TokenIntrospection {
  private readonly handlers: OpaqueTokenHandler[] = [];

  constructor(
    private readonly tokens: TokensService,
    private readonly uses: TokenUses,
    private readonly activity: ActivityCounters,
  ) {}

  /** Adds the handler of one kind of opaque tokens; to be called before the application has started. */
  register(handler: OpaqueTokenHandler): void {
    this.handlers.push(handler);
  }

  /** @returns undefined for a token that is not active, for whatever reason. @throws AppError `unavailable`. */
  async introspect(text: string): Promise<ActiveToken | undefined> {
    if (text.includes('.')) return this.tokens.introspect(text);
    for (const handler of this.handlers) {
      const token = handler.recognizes(text) ? await handler.introspect(text) : undefined;
      if (token) return token;
    }
    return undefined;
  }

  /** As `introspect`, and notes that the token was used from where the actor is, who presents it. */
  async introspectUsed({ source }: Actor, text: string): Promise<ActiveToken | undefined> {
    const token = await this.introspect(text);
    this.activity.verified('introspection', token?.kind, token !== undefined);
    if (token) this.uses.note(token, source.address);
    return token;
  }

  /**
   * Whether a service may serve the bearer of `text`; where it may, the token was used.
   * @param context what the service needs: `*` takes a token of any context, and where none is named no context token
   *   is accepted. Every other token is valid for whatever its owner may do.
   * @throws AppError `token_invalid`, `context_missing`, `unavailable`.
   */
  async authorize({ source }: Actor, text: string, context: string | undefined): Promise<ActiveToken> {
    const token = await this.introspect(text);
    const opens = token?.opensServices === true;
    const refusal = opens ? contextRefusal(token.contexts, context) : undefined;
    this.activity.verified('forward_auth', token?.kind, opens && refusal === undefined);
    if (!opens) throw new AppError('token_invalid', 'Invalid or expired token');
    if (refusal !== undefined) throw new AppError('context_missing', refusal);
    this.uses.note(token, source.address);
    return token;
  }

  /** Ends the token, by possession of its text (RFC 7009). @throws AppError `unavailable`. */
  async revoke(actor: Actor, text: string): Promise<void> {
    if (text.includes('.')) await this.tokens.revokeByText(actor, text);
    else for (const handler of this.handlersOf(text)) await handler.revoke(actor, text);
  }

  /**
   * Looks for an opaque token, active or not.
   * @returns whether there may be tokens of this text, and the id of the one that there is.
   */
  async locate(text: string): Promise<{ recognized: boolean; id: string | undefined }> {
    const handlers = this.handlersOf(text);
    for (const handler of handlers) {
      const id = await handler.locate(text);
      if (id !== undefined) return { recognized: true, id };
    }
    return { recognized: handlers.length > 0, id: undefined };
  }

  /** None or one, save for a text from before the kinds had forms of their own: it may have the form of several. */
  private handlersOf(text: string): OpaqueTokenHandler[] {
    return this.handlers.filter((handler) => handler.recognizes(text));
  }
}

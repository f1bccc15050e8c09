import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { epochSeconds } from '../common/clock.js';
import type { OpaqueTokenHandler, ActiveToken } from '../tokens/active-token.js';
import { isOpaqueText } from '../tokens/opaque-text.js';
import { TokenIntrospection } from '../tokens/token-introspection.js';
import { SessionsService } from './sessions.service.js';

/** Tells introspection of refresh tokens, and ends a session by its refresh token (RFC 7009). */
@Injectable()
export class RefreshTokenHandler implements OpaqueTokenHandler {
  constructor(
    private readonly sessions: SessionsService,
    introspection: TokenIntrospection,
  ) {
    introspection.register(this);
  }

  recognizes(text: string): boolean {
    return isOpaqueText('session_refresh', text);
  }

  async introspect(text: string): Promise<ActiveToken | undefined> {
    const token = await this.sessions.findActive(text);
    if (!token) return undefined;
    const { id, idx, userId, username, role, issuedAt, expiresAt } = token;
    return {
      ...{ id, idx, kind: 'session_refresh', userId, username, role, contexts: null },
      issuedAt: epochSeconds(issuedAt),
      expiresAt: epochSeconds(expiresAt),
      opensServices: false,
    };
  }

  async revoke(actor: Actor, text: string): Promise<void> {
    const token = await this.sessions.find(text);
    if (token) await this.sessions.end(actor, token);
  }
}

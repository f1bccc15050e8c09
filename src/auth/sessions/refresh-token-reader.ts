import { Injectable } from '@nestjs/common';
import { epochSeconds } from '../../common/clock.js';
import type { OpaqueTokenReader, TokenFacts } from '../../tokens/token-facts.js';
import { TokenInspector } from '../../tokens/token-inspector.js';
import { SessionsService } from './sessions.service.js';

/** Tells introspection of refresh tokens, and ends a session by its refresh token (RFC 7009). */
@Injectable()
export class RefreshTokenReader implements OpaqueTokenReader {
  constructor(
    private readonly sessions: SessionsService,
    inspector: TokenInspector,
  ) {
    inspector.register(this);
  }

  async inspect(text: string): Promise<TokenFacts | undefined> {
    const token = await this.sessions.findGood(text);
    if (!token) return undefined;
    const { id, idx, userId, username, role, issuedAt, expiresAt } = token;
    return {
      ...{ id, idx: Number(idx), kind: 'v1_refresh', userId, username, role, contexts: null },
      issuedAt: epochSeconds(issuedAt),
      expiresAt: epochSeconds(expiresAt),
      opensServices: false,
    };
  }

  async revoke(text: string): Promise<void> {
    const token = await this.sessions.findGood(text);
    if (token) await this.sessions.end(token);
  }
}

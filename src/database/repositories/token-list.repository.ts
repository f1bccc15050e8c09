import { Injectable } from '@nestjs/common';
import type { EnderKind } from '../../common/token-ending.js';
import type { TokenKind } from '../../common/token-kind.js';
import type { TokenStatus } from '../../common/token-match.js';
import { OperatorPool } from '../operator-pool.js';
import { DUE_ACTION } from './not-suspended.js';
import { isActive, tokenStatus } from './token-conditions.js';
import { withPossibleKinds } from './token-parts.js';
import { pageStatement, type TokenPage } from './token-page-statement.js';

/** A token with all that is known of it but its text. */
export interface ListedToken {
  readonly id: string;
  /** Where it stands in a list that is ordered by an instant, as `TokenPosition` has it. */
  readonly at: Date | null;
  readonly kind: TokenKind;
  readonly userId: number;
  /** Null once the user is deleted. */
  readonly username: string | null;
  readonly sessionId: string | null;
  readonly description: string | null;
  /** The names in the order of their codes; null where it is valid for all that its owner may do. */
  readonly contexts: readonly string[] | null;
  readonly issuedAt: Date;
  readonly issuedAddress: string | null;
  readonly issuedUserAgent: string | null;
  readonly expiresAt: Date | null;
  readonly usedAt: Date | null;
  readonly usedAddress: string | null;
  readonly status: TokenStatus;
  readonly revokedAt: Date | null;
  readonly endedByKind: EnderKind | null;
  readonly endedById: number | null;
  readonly endedByUsername: string | null;
  readonly endedReason: string | null;
  readonly keyId: number | null;
}

/** A login session, by its refresh token, which lives as long. */
export interface ListedSession extends ListedToken {
  readonly lastRefreshedAt: Date | null;
  readonly refreshes: number;
  readonly activeTokens: number;
}

const columns = (now: string): string => `
  token.id, token.kind, token.user_id AS "userId", owner.username, token.session_id AS "sessionId", token.description,
  CASE WHEN token.kind = 'context' THEN coalesce(token.ended_contexts, ARRAY (
    SELECT context.name FROM context_token_contexts AS granted JOIN contexts AS context USING (code)
    WHERE granted.token_id = token.id ORDER BY code
  )) END AS contexts,
  token.issued_at AS "issuedAt", host(token.issued_address) AS "issuedAddress",
  token.issued_user_agent AS "issuedUserAgent", token.expires_at AS "expiresAt",
  last_use.used_at AS "usedAt", host(last_use.address) AS "usedAddress",
  ${tokenStatus(now, 'due.action')} AS status, token.revoked_at AS "revokedAt",
  token.ended_by_kind AS "endedByKind", token.ended_by_id AS "endedById", ender.username AS "endedByUsername",
  token.ended_reason AS "endedReason", token.signing_key_id AS "keyId"`;

const JOINS = `
  LEFT JOIN users AS owner ON owner.id = token.user_id
  LEFT JOIN users AS ender ON ender.id = token.ended_by_id
  LEFT JOIN token_uses AS last_use ON last_use.token_id = token.id
  CROSS JOIN LATERAL (SELECT ${DUE_ACTION} AS action) AS due`;

const sessionColumns = (now: string): string => `
  session.last_refreshed_at AS "lastRefreshedAt", coalesce(session.access_tokens_issued, 0) AS refreshes,
  (SELECT count(*)::integer FROM tokens AS member
   WHERE member.session_id = token.session_id AND ${isActive(now).replaceAll('token.', 'member.')}) AS "activeTokens"`;

const JOINS_OF_SESSION = `${JOINS}
  LEFT JOIN sessions AS session ON session.id = token.session_id`;

/** Lists tokens of every kind, and sessions, whether they are active or have ended; each page by one statement. */
@Injectable()
export class TokenListRepository {
  constructor(private readonly pool: OperatorPool) {}

  async listPage(page: TokenPage): Promise<ListedToken[]> {
    const match = withPossibleKinds(page.match);
    if (match.kinds?.length === 0) return [];
    const { text, now, values } = pageStatement({ ...page, match });
    return this.pool.query<ListedToken>(select(text, columns(now), JOINS), values);
  }

  /** The sessions whose refresh tokens these are; `match` names their kind. */
  async listSessionPage(page: TokenPage): Promise<ListedSession[]> {
    const match = withPossibleKinds(page.match);
    if (match.kinds?.length === 0) return [];
    const { text, now, values } = pageStatement({ ...page, match });
    const all = `${columns(now)}, ${sessionColumns(now)}`;
    return this.pool.query<ListedSession>(select(text, all, JOINS_OF_SESSION), values);
  }

  /** @param ownerId undefined for whosever it is. */
  async find(id: string, now: Date, ownerId?: number): Promise<ListedToken | undefined> {
    const text = `SELECT NULL AS at, ${columns('$2::timestamptz')} FROM tokens AS token ${JOINS}
      WHERE token.id = $1 AND ($3::integer IS NULL OR token.user_id = $3)`;
    return (await this.pool.query<ListedToken>(text, [id, now, ownerId ?? null]))[0];
  }

  /** @param ownerId undefined for whosever it is. @returns the id of its owner; undefined where there is no such session. */
  async findSessionOwner(id: string, ownerId?: number): Promise<number | undefined> {
    const text = `SELECT token.user_id AS "userId" FROM tokens AS token
      WHERE token.session_id = $1 AND token.kind = 'session_refresh' AND ($2::integer IS NULL OR token.user_id = $2)`;
    return (await this.pool.query<{ userId: number }>(text, [id, ownerId ?? null]))[0]?.userId;
  }
}

function select(page: string, all: string, joins: string): string {
  return `
    SELECT page.at, ${all}
    FROM (${page}) AS page JOIN tokens AS token ON token.id = page.id ${joins}
    ORDER BY page.at DESC, page.id DESC`;
}

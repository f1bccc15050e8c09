import { Injectable } from '@nestjs/common';
import { authenticatedAs, type UserActor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { CookiePrincipal, PasswordPrincipal } from '../common/principal.js';
import { tokenTarget } from '../common/security-event.js';
import { randomSecret, sha256 } from '../crypto/secrets.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import { ConsoleSessionRepository, type ConsoleSession } from '../database/repositories/console-session.repository.js';
import { TokenRepository } from '../database/repositories/token.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { tokenIssued, tokenRevoked } from '../tokens/token-events.js';
import { RevocationState } from '../tokens/revocation-state.js';
import { TokenIssuer } from '../tokens/token-issuer.js';

const SECRET_BITS = 256;
const IDLE_MS = 30 * 60_000;
const LONGEST_MS = 12 * 3_600_000;
/** Using a session moves its end, at most so often: each time costs a write. */
const PROLONG_EVERY_MS = 60_000;

/** A session that was just opened, with the secret of its cookie, which is stored nowhere. */
export interface OpenedConsoleSession {
  readonly principal: CookiePrincipal;
  readonly secret: string;
}

/** Sessions of the console: each is one token, which a cookie carries. */
@Injectable()
export class ConsoleSessionsService {
  constructor(
    private readonly sessions: ConsoleSessionRepository,
    private readonly tokens: TokenRepository,
    private readonly issuer: TokenIssuer,
    private readonly revocations: RevocationState,
    private readonly feed: ChangeFeed,
    private readonly passwords: PasswordsService,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a session.
   * @param actor whose password was just checked.
   * @param newPassword what replaces it first, which ends all older logins; needed where it is temporary.
   * @throws AppError `password_change_required`, `password_unacceptable`, `credentials_invalid` where the user was
   *   disabled or got another password in the meantime, `overloaded`.
   */
  async logIn(actor: UserActor<PasswordPrincipal>, newPassword?: string): Promise<OpenedConsoleSession> {
    if (newPassword !== undefined) return this.open(await this.replacePassword(actor, newPassword));
    if (actor.principal.mustChangePassword) {
      throw new AppError('password_change_required', 'The password is temporary: choose another');
    }
    return this.open(actor);
  }

  /** @returns whose cookie has this secret; null where its session is unknown, suspended or has ended. @throws AppError `unavailable`. */
  async find(secret: string): Promise<CookiePrincipal | null> {
    const now = this.clock.now();
    const session = await this.sessions.find(sha256(secret), now);
    if (!session) return null;
    await this.feed.whenFresh();
    if (!this.revocations.isValid(session.idx)) return null;
    const end = endOf(session.issuedAt, now);
    if (end.getTime() - session.expiresAt.getTime() >= PROLONG_EVERY_MS) await this.sessions.prolong(session.id, end);
    return principalOf(session);
  }

  /** Notes that the actor has just sent the right password. @throws AppError `login_required`. */
  async confirmPassword(actor: UserActor<CookiePrincipal>): Promise<CookiePrincipal> {
    const { principal } = actor;
    const passwordCheckedAt = this.clock.now();
    await this.transactions.run(async (transaction) => {
      const { id } = principal.token;
      if (!(await this.sessions.updatePasswordCheckedAt(transaction, id, passwordCheckedAt))) throw ended();
      const changes = { kind: 'console', userId: principal.userId };
      transaction.record(actor, { action: 'token.reauthenticated', target: tokenTarget(id), changes });
    });
    return { ...principal, passwordCheckedAt };
  }

  /** Ends the actor's session; does nothing where it has ended. */
  async end(actor: UserActor<CookiePrincipal>): Promise<void> {
    const { userId, token } = actor.principal;
    const ending = { actor, reason: 'Logged out', at: this.clock.now() };
    await this.transactions.run(async (transaction) => {
      if (!(await this.tokens.revokeById(transaction, ending, token.id, userId))) return;
      transaction.record(actor, tokenRevoked({ ...token, userId }));
    });
  }

  private async open(actor: UserActor<PasswordPrincipal>): Promise<OpenedConsoleSession> {
    const { userId, username, role, passwordVersion } = actor.principal;
    const secret = randomSecret(SECRET_BITS);
    const request = { kind: 'console', lifetimeSeconds: IDLE_MS / 1000, secret } as const;
    const owner = { userId, username, role, passwordVersion };
    let idx = 0;
    const issued = await this.issuer.issue(userId, [request], async ([token], admission) => {
      const row = { ...token!, secretDigest: sha256(secret) };
      const inserted = await this.sessions.insert({ actor, event: tokenIssued(row, userId) }, owner, row, admission);
      idx = inserted?.idxs.get(row.id) ?? idx;
      return inserted;
    });
    if (!issued) throw new AppError('credentials_invalid', 'Invalid username or password');
    const { id, issuedAt } = issued[0]!;
    return { principal: principalOf({ id, idx, userId, username, role, passwordCheckedAt: issuedAt }), secret };
  }

  /** @returns the actor with the password that they have then. */
  private async replacePassword(
    actor: UserActor<PasswordPrincipal>,
    newPassword: string,
  ): Promise<UserActor<PasswordPrincipal>> {
    const { userId, username, passwordVersion } = actor.principal;
    const passwordHash = await this.passwords.hash(newPassword, username);
    const after = await this.transactions.run((transaction) => {
      const replacement = { userId, passwordHash, passwordVersion, action: 'user.password_changed' } as const;
      return this.passwords.replace(actor, transaction, replacement);
    });
    if (!after) throw new AppError('credentials_invalid', 'Invalid username or password');
    const replaced = { ...actor.principal, passwordVersion: after.passwordVersion, mustChangePassword: false };
    return authenticatedAs(actor, replaced);
  }
}

function endOf(issuedAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + IDLE_MS, issuedAt.getTime() + LONGEST_MS));
}

function principalOf(session: Omit<ConsoleSession, 'issuedAt' | 'expiresAt'>): CookiePrincipal {
  const { id, idx, userId, username, role, passwordCheckedAt } = session;
  return {
    ...{ userId, username, role, passwordCheckedAt },
    authenticatedBy: 'cookie',
    token: { id, idx, kind: 'console' },
  };
}

function ended(): AppError {
  return new AppError('login_required', 'The session has ended');
}

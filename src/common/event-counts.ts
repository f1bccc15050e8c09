import { FAMILY_NAMES, type FamilyName } from './family-name.js';
import { countGrid, type CountGrid } from './count-grid.js';
import type { Actor } from './actor.js';
import type { RecordedEvent, SecurityAction, SecurityEvent } from './security-event.js';
import { TOKEN_KINDS, type TokenKind } from './token-kind.js';

export const LOGIN_RESULTS = ['success', 'refused'] as const;

/** Why tokens end before they expire: what was ended, or what happened to their owner, key or incident. */
export const REVOCATION_CAUSES = ['token', 'session', 'owner', 'password', 'signing_key', 'incident', 'other'] as const;

export type RevocationCause = (typeof REVOCATION_CAUSES)[number];

/** An act that ends many tokens does not tell how many there were of each kind. */
export const REVOKED_KINDS = [...TOKEN_KINDS, 'several'] as const;

const CAUSE_OF_ACTION: Partial<Record<SecurityAction, RevocationCause>> = {
  'token.revoked': 'token',
  'session.ended': 'session',
  'tokens.revoked_of_user': 'owner',
  'user.disabled': 'owner',
  'user.deleted': 'owner',
  'user.password_changed': 'password',
  'user.password_reset': 'password',
  'user.temporary_password_set': 'password',
  'tokens.revoked_of_key': 'signing_key',
  'tokens.revoked_by_match': 'incident',
};

/** What the security events of this instance told since its start. */
export class EventCounts {
  /** A login opens a session or issues a login token. A call by Basic is none, but its refusal is counted. */
  readonly logins = countGrid(FAMILY_NAMES, LOGIN_RESULTS);
  readonly issued: Record<TokenKind, number> = countGrid(['issued'], TOKEN_KINDS).issued;
  readonly revoked: CountGrid<(typeof REVOKED_KINDS)[number], RevocationCause> = countGrid(
    REVOKED_KINDS,
    REVOCATION_CAUSES,
  );
  refreshes = 0;

  count({ actor, event }: RecordedEvent): void {
    if (isLogin(event)) this.logins[familyOf(actor)].success++;
    if (event.action === 'login.refused') this.logins[familyOf(actor)].refused++;
    if (event.action === 'session.refreshed') this.refreshes++;
    for (const kind of kindsIssued(event)) this.issued[kind]++;
    this.revoked[kindRevoked(event)][CAUSE_OF_ACTION[event.action] ?? 'other'] += numberRevoked(event);
  }
}

function familyOf({ source }: Actor): FamilyName {
  return source.family ?? 'operator';
}

function isLogin({ action, changes }: SecurityEvent): boolean {
  if (action === 'session.opened') return true;
  return action === 'token.issued' && (changes?.kind === 'login' || changes?.kind === 'console');
}

function kindsIssued({ action, changes }: SecurityEvent): readonly TokenKind[] {
  if (action === 'session.opened') return ['session_access', 'session_id', 'session_refresh'];
  if (action === 'session.refreshed') return ['session_access', 'session_id'];
  return action === 'token.issued' ? [changes!.kind as TokenKind] : [];
}

function kindRevoked({ action, changes }: SecurityEvent): (typeof REVOKED_KINDS)[number] {
  return action === 'token.revoked' ? (changes!.kind as TokenKind) : 'several';
}

function numberRevoked({ action, changes = {} }: SecurityEvent): number {
  if (action === 'token.revoked') return 1;
  const tokens = action === 'tokens.revoked_by_match' ? changes.matched : changes.endedTokens;
  return typeof tokens === 'number' ? tokens : 0;
}

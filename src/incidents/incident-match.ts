import type { TokenMatch } from '../common/token-match.js';
import type { IncidentEntity } from '../database/entities/incident.entity.js';

const TIMES = ['issuedAfter', 'issuedBefore', 'expiresAfter', 'expiresBefore', 'usedAfter', 'unusedSince'] as const;

/** What an incident is about, as it was said: in JSON times are texts. */
export function matchOf({ match }: Pick<IncidentEntity, 'match'>): TokenMatch {
  const read: Record<string, unknown> = { ...match };
  for (const name of TIMES) if (typeof read[name] === 'string') read[name] = new Date(read[name]);
  return read;
}

import type { Readiness } from '../../database/readiness.service.js';
import type { ReadinessResponseDto } from './readiness.dto.js';

/**
 * Anyone may read it, so it says what fails and never why.
 * @param warning what does not keep the instance from serving, but should be mended.
 */
export function presentReadiness(readiness: Readiness, warning?: string): ReadinessResponseDto {
  const { shuttingDown, databaseMs, changeFeedAgeMs, changeFeedIsFresh } = readiness;
  const isUp = databaseMs !== undefined && changeFeedIsFresh;
  return {
    status: shuttingDown ? 'shutting_down' : isUp ? 'ok' : 'unavailable',
    checks: {
      database:
        databaseMs === undefined ? { status: 'unreachable' } : { status: 'ok', responseMs: Math.round(databaseMs) },
      changeFeed: { status: changeFeedIsFresh ? 'ok' : 'stale', ageMs: Math.round(changeFeedAgeMs) },
    },
    ...(warning !== undefined && { warnings: [warning] }),
  };
}

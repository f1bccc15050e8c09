import type { Overview } from '../../overview/overview.service.js';
import type { OverviewResponseDto } from './dto/overview.dto.js';

/** @param warning what this instance noticed about X-Forwarded-For. */
export function presentOverview({ counts, hours, attention }: Overview, warning?: string): OverviewResponseDto {
  return {
    counts: counts && { ...counts, asOf: counts.asOf.toISOString() },
    hours: hours.map(({ hour, ...activity }) => ({ hour: hour.toISOString(), ...activity })),
    attention: [
      ...(warning === undefined ? [] : [{ code: 'forwarded_for_untrusted', message: warning } as const]),
      ...attention,
    ],
  };
}

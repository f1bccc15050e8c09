import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** A moment as seen from now: "3 hours ago". */
export function relativeTime(instant: Date, now: Date): string {
  const seconds = Math.round((instant.getTime() - now.getTime()) / 1_000);
  if (Math.abs(seconds) >= 365 * 86_400) return exact.format(instant);
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return unit === 'second' && Math.abs(seconds) < 10 ? 'now' : relative.format(Math.round(seconds / size), unit);
}

interface TimeProps {
  /** RFC 3339. */
  readonly at: string | null;
  /** What stands where there is none. */
  readonly never?: string;
  /** With the exact time beside it. */
  readonly full?: boolean;
}

/** A moment relative to now; the exact one on hover, and for who asks for it. */
export function Time({ at, never = 'Never', full = false }: TimeProps) {
  const now = useNow();
  if (at === null)
    return (
      <Text span inherit c="dimmed">
        {never}
      </Text>
    );
  const instant = new Date(at);
  const exactly = exact.format(instant);
  return (
    <time dateTime={at} title={`${exactly} (${at})`}>
      {relativeTime(instant, now)}
      {full && <span className="exact"> {exactly}</span>}
    </time>
  );
}

/** The time, moved on each half minute. */
export function useNow(everyMs = 30_000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

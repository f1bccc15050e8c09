import { useQuery } from '@tanstack/react-query';
import { ProblemError } from '@tessera-auth/client';
import { call } from '../api.ts';
import { Facts } from '../ui/facts.tsx';
import { Loaded } from '../ui/states.tsx';
import { isAttended } from './attended.ts';

/** What the instance that responds says of itself. */
export function Health() {
  const health = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => call('GET', '/health/ready', { signal }),
    refetchInterval: () => (isAttended() ? 10_000 : false),
    retry: (count, error) => !(error instanceof ProblemError) && count < 2,
  });
  return (
    <Loaded query={health}>
      {(readiness) => <Facts facts={linesOf(readiness).map(([name, value]) => [wordsOf(name), value] as const)} />}
    </Loaded>
  );
}

/** Each value by the path that leads to it. */
function linesOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, inner]) => linesOf(inner, path ? `${path} ${name}` : name));
}

/** `changeFeedAge` as words. */
function wordsOf(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';

/** The whole catalogue: it is one page. */
export function useContexts() {
  return useQuery({
    queryKey: ['contexts'],
    queryFn: ({ signal }) => call('GET', '/admin/contexts', { signal }),
  });
}

import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';
import type { Context } from '../model.ts';

/** The whole catalogue: it is one page. */
export function useContexts() {
  return useQuery({
    queryKey: ['contexts'],
    queryFn: ({ signal }) => call<{ contexts: readonly Context[] }>('GET', '/admin/contexts', { signal }),
  });
}

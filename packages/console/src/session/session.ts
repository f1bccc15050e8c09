import { useQuery } from '@tanstack/react-query';
import { ProblemError } from '@tessera-auth/client';
import { send } from '../api.ts';
import type { ConsoleSession } from '../model.ts';

export const SESSION_KEY = ['session'] as const;

/** As the service knows from the request for the page. */
const MAY_HAVE_SESSION = document.querySelector<HTMLMetaElement>('meta[name="may-have-session"]')?.content === 'true';

/** Whose session it is; null where nobody is logged in. */
export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: async ({ signal }): Promise<ConsoleSession | null> => {
      try {
        return await send('GET', '/console/session', { signal });
      } catch (error) {
        if (error instanceof ProblemError && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: Infinity,
    ...(!MAY_HAVE_SESSION && { initialData: null }),
  });
}

/** Whose session it is, on a screen that only they see who are logged in. */
export function useMe(): ConsoleSession {
  const { data } = useSession();
  if (!data) throw new Error('Nobody is logged in');
  return data;
}

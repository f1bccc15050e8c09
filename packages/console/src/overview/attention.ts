import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';
import { useKeys } from '../keys/keys.tsx';

export interface AttentionItem {
  readonly sentence: string;
  readonly to: string;
  readonly link: string;
}

/** A key that has signed for longer is due for another. */
const KEY_DAYS = 90;
const DAY_MS = 86_400_000;

export function useAttention(): readonly AttentionItem[] {
  const keys = useKeys();
  const admins = useQuery({
    queryKey: ['admins'],
    queryFn: ({ signal }) =>
      call('GET', '/admin/users', { query: { role: 'admin', enabled: 'true', limit: 2 }, signal }),
  });
  const current = keys.data?.items.find(({ state }) => state === 'current');
  const days = current?.signsFrom ? Math.floor((Date.now() - Date.parse(current.signsFrom)) / DAY_MS) : 0;
  return [
    ...(days >= KEY_DAYS
      ? [{ sentence: `The current key has signed for ${days} days.`, to: '/keys', link: 'Rotate the keys' }]
      : []),
    ...(admins.data?.items.length === 1
      ? [
          {
            sentence: 'There is one admin only: who locks them out locks everybody out.',
            to: '/users/new',
            link: 'Create a second one',
          },
        ]
      : []),
  ];
}

import type { Token } from '../model.ts';

/** What a token is for, in the words of who had it issued; undefined where they said nothing. */
export function purposeOf({ description, contexts }: Token): string | undefined {
  return description ?? contexts?.join(', ');
}

/** Named in the place of a context, it stands for any that the token has. */
const ANY_CONTEXT = '*';

/**
 * Why a token is refused where `context` is named, or where none is.
 * @param contexts those that the token is valid for; null for a token that is valid for whatever its owner may do.
 * @returns undefined where the token is accepted.
 */
export function contextRefusal(contexts: readonly string[] | null, context: string | undefined): string | undefined {
  if (!contexts || context === ANY_CONTEXT) return undefined;
  if (context === undefined) return 'A context must be named: the token is valid for its contexts only';
  return contexts.includes(context) ? undefined : 'The token is not valid for this context';
}

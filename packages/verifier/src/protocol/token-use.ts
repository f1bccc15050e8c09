/** What `token_use` says in the JWTs that services accept, by kind; clients of the families know these values. */
export const BEARER_TOKEN_USES = { login: 'api2', api_key: 'v1alpha', session_access: 'access' } as const;

/** The same of every kind of JWT. */
export const TOKEN_USES = { ...BEARER_TOKEN_USES, session_id: 'id' } as const;

export type JwtKind = keyof typeof TOKEN_USES;

/** The kind of which JWTs say this. @param uses what they say, by kind. */
export function kindOfTokenUse<Kind extends string>(
  uses: Readonly<Record<Kind, string>>,
  tokenUse: string,
): Kind | undefined {
  return (Object.keys(uses) as Kind[]).find((kind) => uses[kind] === tokenUse);
}

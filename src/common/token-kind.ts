interface KindRules {
  /** Stands for a login: ends when the user logs out everywhere or gets another password. */
  readonly login: boolean;
  /** Opens, as a bearer token, whatever its user may do. */
  readonly bearer: boolean;
}

/** Every kind of token that the registry knows, and the rules by which kinds differ. */
export const TOKEN_KIND_RULES = {
  login: { login: true, bearer: true },
  api_key: { login: false, bearer: true },
  context: { login: false, bearer: false },
  session_access: { login: true, bearer: true },
  session_id: { login: true, bearer: false },
  session_refresh: { login: true, bearer: false },
  /** Opens the operator's API from the console's cookie, and nothing else. */
  console: { login: true, bearer: false },
} as const satisfies Record<string, KindRules>;

export type TokenKind = keyof typeof TOKEN_KIND_RULES;

export const TOKEN_KINDS = Object.keys(TOKEN_KIND_RULES) as TokenKind[];

export const LOGIN_TOKEN_KINDS = TOKEN_KINDS.filter((kind) => TOKEN_KIND_RULES[kind].login);

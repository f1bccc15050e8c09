/** Who ends tokens: their owner, somebody else in their place, or the service. */
export type EnderKind = 'user' | 'admin' | 'system';

/** An actor, as far as it matters here. Whoever is not authenticated acts for the owner: by a code from their mailbox, say. */
export type Ender =
  | { readonly type: 'user'; readonly principal: { readonly userId: number } }
  | { readonly type: 'anonymous' | 'system' };

/** An act that ends tokens before they expire. */
export interface TokenEnding {
  readonly actor: Ender;
  /** For people. */
  readonly reason: string;
  readonly at: Date;
}

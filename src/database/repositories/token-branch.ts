import type { TokenKind } from '../../common/token-kind.js';
import type { Part } from './token-parts.js';

/** A part of what is looked for, which one index has in the order of the list. */
export interface TokenBranch {
  readonly from: string;
  readonly where: readonly string[];
  readonly id: string;
  /** By what it is ordered before the id; absent where the id is the order. */
  readonly at?: string;
  /** By what to order where the index has it under another name: an index on the id has `issued_at` in order too. */
  readonly orderBy?: string;
  /** Of which tokens it is, where they may be found in another way instead: all of the part, or those of a kind. */
  readonly of?: { readonly part: Part; readonly kind?: TokenKind };
}

/** The token that a page ended with; `at` is the instant by which the list is ordered, null where the id says it. */
export interface TokenPosition {
  readonly id: string;
  readonly at: Date | null;
}

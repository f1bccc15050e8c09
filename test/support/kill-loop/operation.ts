import type { TokenKind } from '../../../src/common/token-kind.js';
import { basic, type Call } from '../test-app.js';

export interface HeldToken {
  readonly text: string;
  readonly kind: TokenKind;
  /** Of the login that gave it. */
  readonly session?: object;
  /** By which its owner deletes a named token. */
  readonly id?: string;
}

export interface LoopUser {
  readonly id: number;
  readonly username: string;
  password: string;
  tokens: HeldToken[];
}

/** One request that changes something. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly call: Call;
  /** The status of its success. */
  readonly status: number;
  /** The one event that the audit log tells of it. */
  readonly action: string;
  /** The tokens that it ends. */
  readonly ends?: readonly HeldToken[];
  /** The tokens that its response gives. */
  readonly gives?: (body: Record<string, string>) => HeldToken[];
  /** What else is so once it is done. */
  readonly done?: () => void;
}

/** Undefined where the user has not what it takes. */
export type Maker = (user: LoopUser, admin: Call['headers']) => Operation | undefined;

export const asUser = ({ username, password }: LoopUser): Record<string, string> => basic(username, password);

/** @returns any of them. */
export function anyOf<T>(items: readonly T[]): T | undefined {
  return items[Math.floor(Math.random() * items.length)];
}

export function ofKind({ tokens }: LoopUser, kind: TokenKind): HeldToken | undefined {
  return anyOf(tokens.filter((token) => token.kind === kind));
}

import type { ValueType } from './value-types.js';

/** One setting: everything that the service, `.env.example` and docs/operating.md know of it. */
export interface Setting<T = unknown> {
  /** The environment variable. */
  readonly env: string;
  readonly type: ValueType<T>;
  /** Written as in the environment. Without one the value is undefined where nothing is set. */
  readonly default?: string;
  /** What it is for, and what holds where it is empty: one or more sentences. */
  readonly about: string;
  /** No message repeats the value. */
  readonly secret?: true;
  /** Why the service does not start in production where nothing is set; follows "NAME: ". */
  readonly requiredInProduction?: string;
  /** Whether spaces around the value belong to it. */
  readonly keepsSpaces?: true;
}

/** What the code sees of a setting. */
export type SettingValue<S extends Setting> =
  S extends Setting<infer T> ? (S extends { readonly default: string } ? T : T | undefined) : never;

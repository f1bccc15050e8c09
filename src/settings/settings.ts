import { ENDED_TOKEN_RETENTION_DAYS } from '../common/retention.js';

/** A whole number that an admin may set while the service runs, or null where that is the default. */
interface SettingRule {
  readonly default: number | null;
  readonly min: number;
  readonly max: number;
}

/** Every setting that persists, whatever changes it. */
export const SETTINGS = {
  /** Of the login tokens that api2 issues from now on. */
  api2TokenSeconds: { default: 86_400, min: 600, max: 2_592_000 },
  /** Of the access and id tokens that v1 issues from now on: its clients keep one for a day by their own clock. */
  v1AccessTokenSeconds: { default: 86_400, min: 300, max: 2_592_000 },
  /** Active tokens of one user, counted for each kind. */
  maxTokensPerUser: { default: 10_000, min: 1, max: 1_000_000 },
  /** After so long the months of the audit log lose their payloads; null keeps them for ever. */
  auditRetentionDays: { default: null, min: 30, max: 36_500 },
  /** So long tokens and sessions are listed after they ended. */
  endedTokenRetentionDays: { default: ENDED_TOKEN_RETENTION_DAYS, min: 1, max: 3_650 },
} as const satisfies Readonly<Record<string, SettingRule>>;

export type SettingName = keyof typeof SETTINGS;

/** Null only where the default is. */
export type SettingValue<Name extends SettingName = SettingName> = (typeof SETTINGS)[Name]['default'] extends number
  ? number
  : number | null;

export type Settings = { readonly [Name in SettingName]: SettingValue<Name> };

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** @returns what is wrong with the value, in a sentence; undefined where nothing is. */
export function settingFault(name: SettingName, value: unknown): string | undefined {
  const { default: byDefault, min, max } = SETTINGS[name];
  if (value === null && byDefault === null) return undefined;
  const valid = Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
  const orNull = byDefault === null ? ', or null' : '';
  return valid ? undefined : `${name} must be an integer from ${min} to ${max}${orNull}`;
}

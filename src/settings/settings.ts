/** A whole number that an admin may set while the service runs. */
interface SettingRule {
  readonly default: number;
  readonly min: number;
  readonly max: number;
}

/** Every setting that persists, whatever changes it. */
export const SETTINGS = {
  /** Of the login tokens that api2 issues from now on. */
  api2TokenSeconds: { default: 86_400, min: 600, max: 2_592_000 },
  /** Of the access and id tokens that v1 issues from now on: its clients keep one for a day by their own clock. */
  v1AccessTokenSeconds: { default: 86_400, min: 300, max: 2_592_000 },
} as const satisfies Readonly<Record<string, SettingRule>>;

export type SettingName = keyof typeof SETTINGS;

export type Settings = Readonly<Record<SettingName, number>>;

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** @returns what is wrong with the value, in a sentence; undefined where nothing is. */
export function settingFault(name: SettingName, value: unknown): string | undefined {
  const { min, max } = SETTINGS[name];
  const valid = Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
  return valid ? undefined : `${name} must be an integer from ${min} to ${max}`;
}

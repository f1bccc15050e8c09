import type { Setting, SettingValue } from './setting.js';
import { databaseSettings } from './settings/database.js';
import { keySettings } from './settings/keys.js';
import { loginSettings } from './settings/logins.js';
import { mailSettings } from './settings/mail.js';
import { serviceSettings } from './settings/service.js';

/**
 * Every setting, by the name that the code knows it by, in the order of `.env.example` and docs/operating.md.
 * Another one is an entry in one of these files, and `npm run settings:write`.
 */
export const SETTINGS = {
  ...serviceSettings,
  ...databaseSettings,
  ...keySettings,
  ...loginSettings,
  ...mailSettings,
} satisfies Record<string, Setting>;

/** What the code sees of them. */
export type SettingValues = { readonly [Name in keyof typeof SETTINGS]: SettingValue<(typeof SETTINGS)[Name]> };

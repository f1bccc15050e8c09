import { SETTING_NAMES, SETTINGS, type Settings } from '../../settings/settings.js';
import type { SettingsResponseDto } from './dto/settings.dto.js';

/** Each setting with its range. */
export function presentSettings(settings: Settings): SettingsResponseDto {
  const described = SETTING_NAMES.map((name) => {
    const { min, max, default: byDefault } = SETTINGS[name];
    return [name, { value: settings[name], min, max, default: byDefault }] as const;
  });
  return Object.fromEntries(described) as unknown as SettingsResponseDto;
}

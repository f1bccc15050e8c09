import { SETTINGS, type Settings } from '../../settings/settings.js';
import type { SettingsResponseDto } from './dto/settings.dto.js';

/** The value of each setting, and what it may be. */
export function presentSettings(settings: Settings): SettingsResponseDto {
  return { ...settings, ranges: SETTINGS };
}

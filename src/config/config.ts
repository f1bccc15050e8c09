import { Injectable } from '@nestjs/common';
import type { SettingValues } from './settings.js';

/** The values of all settings, with what follows from others where nothing is set. */
export interface ConfigValues extends SettingValues {
  /** Without a trailing slash; the `iss` of every token. */
  readonly publicUrl: string;
}

export type LogLevel = ConfigValues['logLevel'];

/** Gives the class below the fields of `ConfigValues`: one that is added to the settings is a field at once. */
const Frozen = class {
  constructor(values: ConfigValues) {
    Object.freeze(Object.assign(this, values));
  }
} as new (values: ConfigValues) => ConfigValues;

/** The environment, validated once and frozen (see settings.ts). Nothing else reads `process.env`. */
@Injectable()
export class Config extends Frozen {}

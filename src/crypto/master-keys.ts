import type { Config } from '../config/config.js';
import { developmentMasterKey } from './master-key.js';

/** What everything at rest is sealed with, and what it was sealed with before; 32 bytes each. */
export class MasterKeys {
  constructor(
    readonly current: Buffer,
    readonly previous?: Buffer,
  ) {}

  static from(config: Config): MasterKeys {
    return new MasterKeys(config.masterKey ?? developmentMasterKey(config.dataDir), config.masterKeyPrevious);
  }
}

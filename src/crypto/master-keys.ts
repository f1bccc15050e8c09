import type { Config } from '../config/config.js';
import { developmentMasterKey } from './master-key.js';

/** The key that seals everything at rest, and the one that did before it was changed (decision 9); 32 bytes each. */
export class MasterKeys {
  constructor(
    readonly current: Buffer,
    readonly previous?: Buffer,
  ) {}

  /** The keys of the settings; development without MASTER_KEY has a key of its own, in a file. */
  static from(config: Config): MasterKeys {
    return new MasterKeys(config.masterKey ?? developmentMasterKey(config.dataDir), config.masterKeyPrevious);
  }
}

import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { KeyedDigests } from './keyed-digests.js';
import { developmentMasterKey } from './master-key.js';
import { PasswordHasher } from './password-hasher.js';
import { Sealer } from './sealer.js';

@Global()
@Module({
  providers: [
    PasswordHasher,
    {
      provide: Sealer,
      inject: [Config],
      useFactory: (config: Config) => new Sealer(config.masterKey ?? developmentMasterKey(config.dataDir)),
    },
    {
      provide: KeyedDigests,
      inject: [Config],
      useFactory: (config: Config) => new KeyedDigests(config.masterKey ?? developmentMasterKey(config.dataDir)),
    },
  ],
  exports: [PasswordHasher, Sealer, KeyedDigests],
})
export class CryptoModule {}

import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
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
  ],
  exports: [PasswordHasher, Sealer],
})
export class CryptoModule {}

import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { KeyedDigests } from './keyed-digests.js';
import { MasterKeys } from './master-keys.js';
import { PasswordHasher } from './password-hasher.js';
import { Sealer } from './sealer.js';

@Global()
@Module({
  providers: [
    PasswordHasher,
    { provide: MasterKeys, inject: [Config], useFactory: (config: Config) => MasterKeys.from(config) },
    {
      provide: Sealer,
      inject: [MasterKeys],
      useFactory: ({ current, previous }: MasterKeys) => new Sealer(current, previous),
    },
    KeyedDigests,
  ],
  exports: [PasswordHasher, Sealer, KeyedDigests],
})
export class CryptoModule {}

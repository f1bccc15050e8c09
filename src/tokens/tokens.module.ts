import { Module } from '@nestjs/common';
import { JwtModule, JwtSecretRequestType } from '@nestjs/jwt';
import { SigningKeysModule } from '../signing-keys/signing-keys.module.js';
import { SigningKeysService } from '../signing-keys/signing-keys.service.js';
import { UsersModule } from '../users/users.module.js';
import { JwtFormat } from './jwt-format.js';
import { keyOfToken } from './key-of-token.js';
import { RevocationState } from './revocation-state.js';
import { SessionTokens } from './session-tokens.js';
import { TokensService } from './tokens.service.js';

@Module({
  imports: [
    SigningKeysModule,
    UsersModule,
    JwtModule.registerAsync({
      imports: [SigningKeysModule],
      inject: [SigningKeysService],
      useFactory: (keys: SigningKeysService) => ({
        secretOrKeyProvider: (type, token) =>
          type === JwtSecretRequestType.SIGN ? keys.current().privateKey : keyOfToken(keys, token),
      }),
    }),
  ],
  providers: [TokensService, JwtFormat, RevocationState, SessionTokens],
  exports: [TokensService, JwtFormat, RevocationState, SessionTokens],
})
export class TokensModule {}

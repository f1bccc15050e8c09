import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { SigningKeysModule } from '../signing-keys/signing-keys.module.js';
import { SigningKeysService } from '../signing-keys/signing-keys.service.js';
import { UsersModule } from '../users/users.module.js';
import { JwtFormat } from './jwt-format.js';
import { RevocationState } from './revocation-state.js';
import { RevocationLog } from './revocation-log.js';
import { SessionTokens } from './session-tokens.js';
import { SignatureChecker } from './signature-checker.js';
import { StatusLists } from './status-lists.js';
import { TokenInspector } from './token-inspector.js';
import { TokensService } from './tokens.service.js';

@Module({
  imports: [
    SigningKeysModule,
    UsersModule,
    JwtModule.registerAsync({
      imports: [SigningKeysModule],
      inject: [SigningKeysService],
      useFactory: (keys: SigningKeysService) => ({
        secretOrKeyProvider: () => keys.current().privateKey,
      }),
    }),
  ],
  providers: [
    TokensService,
    SessionTokens,
    TokenInspector,
    JwtFormat,
    SignatureChecker,
    RevocationState,
    StatusLists,
    RevocationLog,
  ],
  exports: [TokensService, SessionTokens, TokenInspector, JwtFormat, RevocationState, StatusLists, RevocationLog],
})
export class TokensModule {}

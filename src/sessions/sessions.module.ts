import { Module } from '@nestjs/common';
import { PasswordsModule } from '../passwords/passwords.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { UsersModule } from '../users/users.module.js';
import { ChallengesService } from './challenges.service.js';
import { ConsoleSessionsService } from './console-sessions.service.js';
import { RefreshTokenCache } from './refresh-token-cache.js';
import { RefreshTokenHandler } from './refresh-token-handler.js';
import { SessionTokens } from './session-tokens.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [PasswordsModule, SettingsModule, TokensModule, UsersModule],
  providers: [
    SessionsService,
    SessionTokens,
    RefreshTokenCache,
    ChallengesService,
    RefreshTokenHandler,
    ConsoleSessionsService,
  ],
  exports: [SessionsService, ChallengesService, ConsoleSessionsService],
})
export class SessionsModule {}

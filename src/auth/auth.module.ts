import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { MailModule } from '../mail/mail.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { UsersModule } from '../users/users.module.js';
import { AuthService } from './auth.service.js';
import { AccessGuard } from './guards/access.guard.js';
import { BasicAuthGuard } from './guards/basic-auth.guard.js';
import { BearerAuthGuard } from './guards/bearer-auth.guard.js';
import { LocalStrategy } from './local.strategy.js';
import { LockoutService } from './lockout/lockout.service.js';
import { PasswordChangeService } from './passwords/password-change.service.js';
import { PasswordResetService } from './passwords/password-reset.service.js';
import { RememberedLogins } from './remembered-logins.js';
import { ChallengesService } from './sessions/challenges.service.js';
import { RefreshTokenReader } from './sessions/refresh-token-reader.js';
import { SessionsService } from './sessions/sessions.service.js';

@Module({
  imports: [PassportModule, UsersModule, TokensModule, SettingsModule, MailModule],
  providers: [
    AuthService,
    LocalStrategy,
    RememberedLogins,
    LockoutService,
    ChallengesService,
    SessionsService,
    RefreshTokenReader,
    PasswordResetService,
    PasswordChangeService,
    BasicAuthGuard,
    BearerAuthGuard,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AuthService, SessionsService, PasswordResetService, PasswordChangeService],
})
export class AuthModule {}

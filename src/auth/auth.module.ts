import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { FactorsModule } from '../factors/factors.module.js';
import { MailModule } from '../mail/mail.module.js';
import { PasswordsModule } from '../passwords/passwords.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { UsersModule } from '../users/users.module.js';
import { AuthService } from './auth.service.js';
import { ConsoleAuthService } from './console-auth.service.js';
import { FactorCheck } from './factor-check.service.js';
import { FactorLoginService } from './factor-login.service.js';
import { FactorSetupService } from './factor-setup.service.js';
import { AccessGuard } from './guards/access.guard.js';
import { BasicAuthGuard } from './guards/basic-auth.guard.js';
import { BearerAuthGuard } from './guards/bearer-auth.guard.js';
import { CookieAuthGuard } from './guards/cookie-auth.guard.js';
import { LocalStrategy } from './local.strategy.js';
import { LockoutService } from './lockout/lockout.service.js';
import { PasswordChangeService } from './password-change.service.js';
import { PasswordResetService } from './password-reset.service.js';
import { LoginCache } from './login-cache.js';
import { ResetCodeSender } from './reset-code-sender.js';
import { ResetCodes } from './reset-codes.js';

@Module({
  imports: [
    PassportModule,
    PasswordsModule,
    UsersModule,
    TokensModule,
    SessionsModule,
    FactorsModule,
    SettingsModule,
    MailModule,
  ],
  providers: [
    AuthService,
    LocalStrategy,
    LoginCache,
    LockoutService,
    PasswordResetService,
    ResetCodes,
    ResetCodeSender,
    PasswordChangeService,
    FactorCheck,
    FactorLoginService,
    FactorSetupService,
    BasicAuthGuard,
    BearerAuthGuard,
    CookieAuthGuard,
    ConsoleAuthService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    AuthService,
    ConsoleAuthService,
    PasswordResetService,
    PasswordChangeService,
    FactorLoginService,
    FactorSetupService,
  ],
})
export class AuthModule {}

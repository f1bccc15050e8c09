import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { SettingsModule } from '../settings/settings.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { UsersModule } from '../users/users.module.js';
import { AuthService } from './auth.service.js';
import { AccessGuard } from './guards/access.guard.js';
import { BasicAuthGuard } from './guards/basic-auth.guard.js';
import { BearerAuthGuard } from './guards/bearer-auth.guard.js';
import { LocalStrategy } from './local.strategy.js';
import { RememberedLogins } from './remembered-logins.js';

@Module({
  imports: [PassportModule, UsersModule, TokensModule, SettingsModule],
  providers: [
    AuthService,
    LocalStrategy,
    RememberedLogins,
    BasicAuthGuard,
    BearerAuthGuard,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AuthService],
})
export class AuthModule {}

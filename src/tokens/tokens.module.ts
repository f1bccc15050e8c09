import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { SigningKeysModule } from '../signing-keys/signing-keys.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { UsersModule } from '../users/users.module.js';
import { JwtExplainer } from './explanation/jwt-explainer.js';
import { TokenExplainer } from './explanation/token-explainer.js';
import { IssuedIndexes } from './issued-indexes.js';
import { JwtFormat } from './jwt-format.js';
import { RevocationState } from './revocation-state.js';
import { RevocationFeed } from './revocation-feed.js';
import { SignatureChecker } from './signature-checker.js';
import { SigningKeyTokensService } from './signing-key-tokens.service.js';
import { StatusLists } from './status-lists.js';
import { TokenEndingsService } from './token-endings.service.js';
import { TokenIssuer } from './token-issuer.js';
import { TokenIntrospection } from './token-introspection.js';
import { TokenLimits } from './token-limits.js';
import { TokenRegistryService } from './token-registry.service.js';
import { TokenUses } from './token-uses.service.js';
import { TokensService } from './tokens.service.js';

@Module({
  imports: [SettingsModule, SigningKeysModule, UsersModule, JwtModule.register({})],
  providers: [
    TokensService,
    TokenIssuer,
    TokenLimits,
    SigningKeyTokensService,
    TokenRegistryService,
    TokenEndingsService,
    TokenUses,
    TokenIntrospection,
    TokenExplainer,
    JwtExplainer,
    JwtFormat,
    IssuedIndexes,
    SignatureChecker,
    RevocationState,
    StatusLists,
    RevocationFeed,
  ],
  exports: [
    TokensService,
    TokenIssuer,
    SigningKeyTokensService,
    TokenRegistryService,
    TokenEndingsService,
    TokenUses,
    TokenIntrospection,
    TokenExplainer,
    RevocationState,
    StatusLists,
    RevocationFeed,
  ],
})
export class TokensModule {}

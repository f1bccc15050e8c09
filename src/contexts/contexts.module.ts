import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/settings.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { AllowedContextsService } from './allowed-contexts.service.js';
import { ContextTokenListService } from './context-token-list.service.js';
import { ContextTokenHandler } from './context-token-handler.js';
import { ContextTokenResealer } from './context-token-resealer.js';
import { ContextTokenVerifier } from './context-token-verifier.js';
import { ContextTokensService } from './context-tokens.service.js';
import { ContextsService } from './contexts.service.js';
import { SealedTokenText } from './sealed-token-text.js';

@Module({
  imports: [SettingsModule, TokensModule],
  providers: [
    ContextsService,
    AllowedContextsService,
    ContextTokensService,
    ContextTokenListService,
    ContextTokenVerifier,
    ContextTokenHandler,
    ContextTokenResealer,
    SealedTokenText,
  ],
  exports: [
    ContextsService,
    AllowedContextsService,
    ContextTokensService,
    ContextTokenListService,
    ContextTokenResealer,
  ],
})
export class ContextsModule {}

import { Module } from '@nestjs/common';
import { TokensModule } from '../tokens/tokens.module.js';
import { ApiKeysService } from './api-keys.service.js';
import { ApiKeyListService } from './api-key-list.service.js';
import { ApiKeyCache } from './api-key-cache.js';

@Module({
  imports: [TokensModule],
  providers: [ApiKeysService, ApiKeyListService, ApiKeyCache],
  exports: [ApiKeysService, ApiKeyListService],
})
export class ApiKeysModule {}

import { Module } from '@nestjs/common';
import { TokensModule } from '../tokens/tokens.module.js';
import { ApiKeysService } from './api-keys.service.js';
import { RememberedApiKeys } from './remembered-api-keys.js';

@Module({ imports: [TokensModule], providers: [ApiKeysService, RememberedApiKeys], exports: [ApiKeysService] })
export class ApiKeysModule {}

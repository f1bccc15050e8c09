import { Module } from '@nestjs/common';
import { TokensModule } from '../tokens/tokens.module.js';
import { ApiKeysService } from './api-keys.service.js';

@Module({ imports: [TokensModule], providers: [ApiKeysService], exports: [ApiKeysService] })
export class ApiKeysModule {}

import { Module } from '@nestjs/common';
import { TokensModule } from '../../tokens/tokens.module.js';
import type { ApiFamily } from '../api-family.js';
import { RevocationBroadcaster } from './revocation-broadcaster.js';
import { RevocationsController } from './revocations.controller.js';

@Module({ imports: [TokensModule], controllers: [RevocationsController], providers: [RevocationBroadcaster] })
class RevocationsModule {}

export const revocationsFamily: ApiFamily = {
  name: 'revocations',
  prefixes: ['/revocations', '/status-lists'],
  module: RevocationsModule,
  anyOrigin: true,
};

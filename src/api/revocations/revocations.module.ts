import { Module } from '@nestjs/common';
import { TokensModule } from '../../tokens/tokens.module.js';
import { RevocationBroadcaster } from './revocation-broadcaster.js';
import { RevocationsController } from './revocations.controller.js';

@Module({ imports: [TokensModule], controllers: [RevocationsController], providers: [RevocationBroadcaster] })
export class RevocationsModule {}

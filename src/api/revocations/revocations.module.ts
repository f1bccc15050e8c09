import { Module } from '@nestjs/common';
import { TokensModule } from '../../tokens/tokens.module.js';
import { EventStreams } from './event-streams.js';
import { RevocationsController } from './revocations.controller.js';

@Module({ imports: [TokensModule], controllers: [RevocationsController], providers: [EventStreams] })
export class RevocationsModule {}

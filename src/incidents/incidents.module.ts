import { Module } from '@nestjs/common';
import { TokensModule } from '../tokens/tokens.module.js';
import { IncidentWorker } from './incident-worker.service.js';
import { IncidentsService } from './incidents.service.js';
import { MatchedTokensFinder } from './matched-tokens.js';

@Module({
  imports: [TokensModule],
  providers: [IncidentsService, IncidentWorker, MatchedTokensFinder],
  exports: [IncidentsService],
})
export class IncidentsModule {}

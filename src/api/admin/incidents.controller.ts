import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Authenticated, Caller, EVERY_SCHEME } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { IncidentsService } from '../../incidents/incidents.service.js';
import { ValidBody } from '../http/valid-body.js';
import { ListParameters } from '../http/list.parameters.js';
import { Responses } from '../openapi/responses.js';
import {
  CreateIncidentDto,
  IncidentBegunResponseDto,
  IncidentPageResponseDto,
  IncidentPreviewResponseDto,
  IncidentResponseDto,
} from './dto/incident.dto.js';
import { changesTokens, incidentOf, parseIncidentQuery } from './incident-query.js';
import { presentIncident, presentIncidents, presentPreview } from './incident.presenter.js';

@ApiTags('admin')
@Controller('admin/revocations')
@Authenticated(EVERY_SCHEME, { roles: ['admin'] })
export class IncidentsController {
  constructor(private readonly incidents: IncidentsService) {}

  @Post()
  @Authenticated(EVERY_SCHEME, { roles: ['admin'], freshPassword: changesTokens })
  @ApiOperation({
    operationId: 'createIncident',
    summary: 'Suspend, revoke or restore all tokens that match, or see beforehand which they are',
    description: 'Every instance and every local verifier refuses them, or accepts them again, within seconds.',
  })
  @Responses({ 200: IncidentPreviewResponseDto, 202: IncidentBegunResponseDto }, 'match_changed')
  async create(
    @Caller() caller: UserActor,
    @ValidBody() body: CreateIncidentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IncidentPreviewResponseDto | IncidentBegunResponseDto> {
    const wanted = incidentOf(body);
    if (!('expect' in wanted)) {
      reply.status(200);
      return presentPreview(await this.incidents.preview(wanted.action, wanted.match));
    }
    const { id, matched } = await this.incidents.begin(caller, wanted);
    return { id, matched };
  }

  @Get()
  @Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'] })
  @ApiOperation({ operationId: 'listIncidents', summary: 'List incidents, the newest first' })
  @ListParameters()
  @Responses({ 200: IncidentPageResponseDto }, 'invalid_request')
  async list(@Query() query: Record<string, unknown>): Promise<IncidentPageResponseDto> {
    const { before, limit } = parseIncidentQuery(query);
    return presentIncidents(await this.incidents.listIncidents(before, limit + 1), limit);
  }

  @Get(':id')
  @Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'] })
  @ApiOperation({ operationId: 'getIncident', summary: 'Get one incident' })
  @ApiParam({ name: 'id', schema: { type: 'string', example: '(id of listIncidents)' } })
  @Responses({ 200: IncidentResponseDto }, 'incident_not_found')
  async get(@Param('id') id: string): Promise<IncidentResponseDto> {
    return presentIncident(await this.incidents.getIncident(id));
  }
}

import { Controller, Get, Headers, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AuditExportService } from '../../audit/audit-export.service.js';
import { AuditLogService } from '../../audit/audit-log.service.js';
import { always, Authenticated, Caller, EVERY_SCHEME } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { Responses } from '../openapi/responses.js';
import { EventParameters, ExportParameters, GrowthParameters } from './audit.parameters.js';
import { parseEventQuery, parseExportQuery, parseGrowthQuery } from './audit-query.js';
import {
  presentEventProof,
  presentEvents,
  presentExport,
  presentGrowthProof,
  presentOcsfExport,
} from './audit.presenter.js';
import {
  AuditEventResponseDto,
  AuditEventPageResponseDto,
  EventProofResponseDto,
  GrowthProofResponseDto,
} from './dto/audit.dto.js';
import { OCSF } from './ocsf.js';

const JSON_LINES = 'application/jsonl';
const EXPORT = 'An event a line, and the checkpoint that signs them in the last';
const ID = { name: 'id', schema: { type: 'string', example: '(id of listAuditEvents)' } };

@ApiTags('audit')
@Controller('admin/audit')
@Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'] })
export class AuditController {
  constructor(
    private readonly log: AuditLogService,
    private readonly exports: AuditExportService,
  ) {}

  @Get('events')
  @ApiOperation({ operationId: 'listAuditEvents', summary: 'Search the audit log, the newest events first' })
  @EventParameters()
  @Responses({ 200: AuditEventPageResponseDto }, 'invalid_request')
  async list(@Query() query: Record<string, unknown>): Promise<AuditEventPageResponseDto> {
    const parsed = parseEventQuery(query);
    return presentEvents(await this.log.listEvents(parsed.filter, parsed.position, parsed.limit + 1), parsed);
  }

  @Get('events/:id')
  @ApiOperation({ operationId: 'getAuditEvent', summary: 'Get one event' })
  @ApiParam(ID)
  @Responses({ 200: AuditEventResponseDto }, 'audit_event_not_found')
  get(@Param('id') id: string): Promise<AuditEventResponseDto> {
    return this.log.getEvent(id);
  }

  @Get('events/:id/proof')
  @ApiOperation({
    operationId: 'proveAuditEvent',
    summary: 'Get the proof that an event is in the log (RFC 9162, section 2.1.3)',
  })
  @ApiParam(ID)
  @Responses({ 200: EventProofResponseDto }, 'audit_event_not_found', 'audit_event_not_sealed')
  async prove(@Param('id') id: string): Promise<EventProofResponseDto> {
    return presentEventProof(await this.log.proveEvent(id));
  }

  @Get('consistency')
  @ApiOperation({
    operationId: 'proveAuditGrowth',
    summary: 'Get the proof that the log only grew from one size to another (RFC 9162, section 2.1.4)',
  })
  @GrowthParameters()
  @Responses({ 200: GrowthProofResponseDto }, 'invalid_request')
  async proveGrowth(@Query() query: Record<string, unknown>): Promise<GrowthProofResponseDto> {
    const { first, second } = parseGrowthQuery(query);
    return presentGrowthProof(await this.log.proveGrowth(first, second));
  }

  @Get('export')
  @Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'], freshPassword: always })
  @ApiOperation({ operationId: 'exportAuditLog', summary: 'Export the log so that it can be verified elsewhere' })
  @ExportParameters()
  @ApiProduces(JSON_LINES, OCSF)
  @ApiResponse({ status: 200, description: EXPORT, schema: { type: 'string' } })
  @Responses({}, 'invalid_request')
  async export(
    @Caller() caller: UserActor,
    @Query() query: Record<string, unknown>,
    @Headers('accept') accept = '',
  ): Promise<StreamableFile> {
    const log = await this.exports.open(caller, parseExportQuery(query));
    const asOcsf = accept.includes(OCSF);
    return new StreamableFile(asOcsf ? presentOcsfExport(log) : presentExport(log), {
      type: asOcsf ? OCSF : JSON_LINES,
    });
  }
}

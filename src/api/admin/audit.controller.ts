import { Controller, Get, Headers, Param, Query, StreamableFile } from '@nestjs/common';
import {
  ApiBasicAuth,
  ApiBearerAuth,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { AuditExportService } from '../../audit/audit-export.service.js';
import { AuditLogService } from '../../audit/audit-log.service.js';
import { Authenticated, Caller } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { EVENT_OUTCOMES, SECURITY_ACTIONS } from '../../common/security-event.js';
import { ProblemDto } from './dto/user.dto.js';
import { parseEventQuery, parseExportQuery, parseGrowthQuery } from './audit-query.js';
import {
  presentEventProof,
  presentEvents,
  presentExport,
  presentGrowthProof,
  presentOcsfExport,
} from './audit.presenter.js';
import { AuditEventDto, AuditEventPageDto, EventProofDto, GrowthProofDto } from './dto/audit.dto.js';
import { OCSF } from './ocsf.js';

const JSON_LINES = 'application/jsonl';

@ApiTags('audit')
@ApiBearerAuth()
@ApiBasicAuth()
@ApiResponse({ status: 401, type: ProblemDto, description: 'No credentials, or bad ones' })
@ApiResponse({ status: 403, type: ProblemDto, description: 'Neither an admin nor an auditor' })
@Controller('admin/audit')
@Authenticated(['basic', 'bearer'], { roles: ['admin', 'auditor'] })
export class AuditController {
  constructor(
    private readonly log: AuditLogService,
    private readonly exports: AuditExportService,
  ) {}

  @Get('events')
  @ApiOperation({ summary: 'Search the audit log, the newest events first' })
  @ApiQuery({ name: 'action', required: false, enum: SECURITY_ACTIONS })
  @ApiQuery({ name: 'actor', required: false, description: 'An id or a user name.' })
  @ApiQuery({ name: 'target', required: false, description: 'An id or a name.' })
  @ApiQuery({ name: 'outcome', required: false, enum: EVENT_OUTCOMES })
  @ApiQuery({ name: 'requestId', required: false })
  @ApiQuery({ name: 'after', required: false, description: 'Later than this time; or the `next` of the page before.' })
  @ApiQuery({ name: 'before', required: false, description: 'Earlier than this time (RFC 3339).' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 } })
  @ApiResponse({ status: 200, type: AuditEventPageDto })
  @ApiResponse({ status: 400, type: ProblemDto, description: 'An unknown parameter or a bad value; it is named' })
  async list(@Query() query: Record<string, unknown>): Promise<AuditEventPageDto> {
    const parsed = parseEventQuery(query);
    return presentEvents(await this.log.listEvents(parsed.filter, parsed.position, parsed.limit + 1), parsed);
  }

  @Get('events/:id')
  @ApiOperation({ summary: 'Get one event' })
  @ApiResponse({ status: 200, type: AuditEventDto })
  @ApiResponse({ status: 404, type: ProblemDto, description: 'No such event' })
  get(@Param('id') id: string): Promise<AuditEventDto> {
    return this.log.getEvent(id);
  }

  @Get('events/:id/proof')
  @ApiOperation({ summary: 'Prove that an event is in the log (RFC 9162, section 2.1.3)' })
  @ApiResponse({ status: 200, type: EventProofDto })
  @ApiResponse({ status: 404, type: ProblemDto, description: 'No such event' })
  @ApiResponse({ status: 409, type: ProblemDto, description: 'Not in the tree yet; see Retry-After' })
  async prove(@Param('id') id: string): Promise<EventProofDto> {
    return presentEventProof(await this.log.proveEvent(id));
  }

  @Get('consistency')
  @ApiOperation({ summary: 'Prove that the log only grew from one size to another (RFC 9162, section 2.1.4)' })
  @ApiQuery({ name: 'first', schema: { type: 'integer', minimum: 1 } })
  @ApiQuery({
    name: 'second',
    required: false,
    schema: { type: 'integer' },
    description: 'The present size by default.',
  })
  @ApiResponse({ status: 200, type: GrowthProofDto })
  @ApiResponse({ status: 400, type: ProblemDto, description: 'The log never had that size' })
  async proveGrowth(@Query() query: Record<string, unknown>): Promise<GrowthProofDto> {
    const { first, second } = parseGrowthQuery(query);
    return presentGrowthProof(await this.log.proveGrowth(first, second));
  }

  @Get('export')
  @ApiOperation({ summary: 'Export the log so that it can be verified elsewhere' })
  @ApiQuery({ name: 'first', required: false, schema: { type: 'integer' }, description: 'The first leaf.' })
  @ApiQuery({ name: 'last', required: false, schema: { type: 'integer' }, description: 'The last leaf.' })
  @ApiQuery({ name: 'epoch', required: false, schema: { type: 'integer' }, description: 'The newest by default.' })
  @ApiProduces(JSON_LINES, OCSF)
  @ApiResponse({ status: 200, description: 'An event a line, and the checkpoint that signs them in the last' })
  @ApiResponse({ status: 400, type: ProblemDto, description: 'Leaves that are not there, or past their retention' })
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

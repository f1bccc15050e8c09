import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AuditLogService } from '../../audit/audit-log.service.js';
import { Anonymous } from '../../auth/access.decorators.js';

const TEXT = 'text/plain; charset=utf-8';

/** Open to anyone: a checkpoint says how long the log is and nothing of what is in it. */
@ApiTags('audit')
@ApiProduces('text/plain')
@Controller('audit')
@Anonymous()
export class CheckpointController {
  constructor(private readonly log: AuditLogService) {}

  @Get('checkpoint')
  @Header('content-type', TEXT)
  @ApiOperation({
    operationId: 'getAuditCheckpoint',
    summary: 'Get the last checkpoint of the audit log (c2sp.org/tlog-checkpoint)',
  })
  @ApiResponse({ status: 200, schema: { type: 'string' }, description: 'A signed note' })
  checkpoint(): Promise<string> {
    return this.log.getCheckpoint();
  }

  @Get('key')
  @Header('content-type', TEXT)
  @ApiOperation({
    operationId: 'getAuditKey',
    summary: 'Get the key that verifies the checkpoints (c2sp.org/signed-note)',
  })
  @ApiResponse({ status: 200, schema: { type: 'string' }, description: 'name+id+key' })
  async key(): Promise<string> {
    return `${await this.log.getVerifierKey()}\n`;
  }
}

import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Anonymous } from '../../auth/access.decorators.js';
import { ReadinessService } from '../../database/readiness.service.js';
import { ForwardedFor } from '../http/forwarded-for.js';
import { ReadinessDto } from './readiness.dto.js';
import { presentReadiness } from './readiness.presenter.js';

class HealthDto {
  @ApiProperty({ example: 'ok' })
  status: string;
}

@ApiTags('health')
@Controller('health')
@Anonymous()
export class HealthController {
  constructor(
    private readonly readiness: ReadinessService,
    private readonly forwardedFor: ForwardedFor,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  @ApiResponse({ status: 200, type: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether this instance can serve, and what was looked at' })
  @ApiResponse({ status: 200, type: ReadinessDto, description: 'The database is reached, the change feed is fresh' })
  @ApiResponse({ status: 503, type: ReadinessDto, description: 'Not ready; `checks` says what fails' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessDto> {
    const readiness = presentReadiness(await this.readiness.look(), this.forwardedFor.warning);
    if (readiness.status !== 'ok') void reply.status(503).header('retry-after', '1');
    return readiness;
  }
}

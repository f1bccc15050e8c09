import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Anonymous } from '../../auth/access.decorators.js';
import { ReadinessService } from '../../database/readiness.service.js';
import { ForwardedFor } from '../http/forwarded-for.js';
import { headers } from '../openapi/headers.js';
import { Responses } from '../openapi/responses.js';
import { ReadinessResponseDto } from './readiness.dto.js';
import { presentReadiness } from './readiness.presenter.js';

class HealthResponseDto {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
}

@ApiTags('service')
@Controller('health')
@Anonymous()
export class HealthController {
  constructor(
    private readonly readiness: ReadinessService,
    private readonly forwardedFor: ForwardedFor,
  ) {}

  @Get('live')
  @ApiOperation({ operationId: 'getLiveness', summary: 'Tell whether the process responds' })
  @Responses({ 200: HealthResponseDto })
  live(): HealthResponseDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({
    operationId: 'getReadiness',
    summary: 'Tell whether this instance can serve, and what was looked at',
  })
  @ApiResponse({
    status: 503,
    type: ReadinessResponseDto,
    description: 'Not ready; `checks` says what fails',
    headers: headers('Retry-After'),
  })
  @Responses({ 200: ReadinessResponseDto })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessResponseDto> {
    const readiness = presentReadiness(await this.readiness.look(), this.forwardedFor.warning);
    if (readiness.status !== 'ok') void reply.status(503).header('retry-after', '1');
    return readiness;
  }
}

import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, EVERY_SCHEME } from '../../auth/access.decorators.js';
import { OverviewService } from '../../overview/overview.service.js';
import { ForwardedFor } from '../http/forwarded-for.js';
import { Responses } from '../openapi/responses.js';
import { OverviewResponseDto } from './dto/overview.dto.js';
import { presentOverview } from './overview.presenter.js';

@ApiTags('admin')
@Controller('admin/overview')
@Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'] })
export class OverviewController {
  constructor(
    private readonly overview: OverviewService,
    private readonly forwardedFor: ForwardedFor,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getOverview',
    summary: 'See what is alive, what happened in the last 24 hours, and what should be mended',
  })
  @Responses({ 200: OverviewResponseDto })
  async get(): Promise<OverviewResponseDto> {
    return presentOverview(await this.overview.read(), this.forwardedFor.warning);
  }
}

import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBasicAuth, ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated } from '../../auth/access.js';
import { ContextCheckService, type Verdict } from '../../contexts/context-check.service.js';
import { ValidBody } from '../valid-body.js';
import { VerdictDto, VerifyDto } from './verify.dto.js';

@ApiTags('verify')
@ApiBearerAuth()
@ApiBasicAuth()
@Controller('verify')
@Authenticated(['basic', 'bearer'], { roles: ['service', 'admin'] })
export class VerifyController {
  constructor(private readonly checks: ContextCheckService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'May the bearer of this token do what needs this context?' })
  @ApiBody({ type: VerifyDto })
  @ApiResponse({ status: 200, type: VerdictDto })
  @ApiResponse({ status: 400, description: 'A field is missing or not a string' })
  @ApiResponse({ status: 401, description: 'No credentials, or bad ones' })
  @ApiResponse({ status: 403, description: 'Neither a service nor an admin' })
  async verify(@ValidBody() { token, context }: VerifyDto): Promise<VerdictDto> {
    return present(await this.checks.check(token, context ?? undefined));
  }
}

function present({ refusal, bearer }: Verdict): VerdictDto {
  return {
    allowed: refusal === undefined,
    reason: refusal ?? null,
    userId: bearer?.userId ?? null,
    username: bearer?.username ?? null,
    role: bearer?.role ?? null,
    contexts: bearer ? bearer.contexts : [],
  };
}

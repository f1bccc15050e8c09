import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller, EVERY_SCHEME } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { SecondFactorsService } from '../../factors/second-factors.service.js';
import { Responses } from '../openapi/responses.js';
import { SecondFactorResponseDto } from '../registry/second-factor.dto.js';
import { presentSecondFactor } from '../registry/second-factor.presenter.js';

@ApiTags('me')
@Controller('me/second-factor')
@Authenticated(EVERY_SCHEME)
export class OwnSecondFactorController {
  constructor(private readonly factors: SecondFactorsService) {}

  @Get()
  @ApiOperation({ operationId: 'getOwnSecondFactor', summary: "Get the caller's second factor" })
  @Responses({ 200: SecondFactorResponseDto })
  async get(@Caller() { principal }: UserActor): Promise<SecondFactorResponseDto> {
    return presentSecondFactor(await this.factors.get(principal.userId));
  }
}

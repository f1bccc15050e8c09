import { Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { always, Authenticated, Caller, EVERY_SCHEME } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { SecondFactorsService } from '../../factors/second-factors.service.js';
import { ListParameters } from '../http/list.parameters.js';
import { ValidBody } from '../http/valid-body.js';
import { Responses } from '../openapi/responses.js';
import { SecondFactorResponseDto } from '../registry/second-factor.dto.js';
import { presentSecondFactor } from '../registry/second-factor.presenter.js';
import {
  FactorPageResponseDto,
  RequireSecondFactorDto,
  SecondFactorRolesDto,
  SecondFactorRolesResponseDto,
} from './dto/second-factor.dto.js';
import { parseFactorQuery, presentFactors } from './second-factor.presenter.js';
import { parseUserId } from './user-query.js';

const USER_ID = { name: 'id', schema: { type: 'integer', minimum: 1, example: 2 } };
const DANGEROUS = { roles: ['admin'], freshPassword: always } as const;

/** Who has a second factor, and who must have one. */
@ApiTags('admin')
@Controller('admin')
@Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'] })
export class SecondFactorsController {
  constructor(private readonly factors: SecondFactorsService) {}

  @Get('second-factors')
  @ApiOperation({ operationId: 'listSecondFactors', summary: 'List who has a second factor' })
  @ListParameters()
  @Responses({ 200: FactorPageResponseDto }, 'invalid_request')
  async list(@Query() query: Record<string, unknown>): Promise<FactorPageResponseDto> {
    const { afterUserId, limit } = parseFactorQuery(query);
    return presentFactors(await this.factors.list(afterUserId, limit + 1), limit);
  }

  @Get('second-factors/roles')
  @ApiOperation({ operationId: 'getSecondFactorRoles', summary: 'Get the roles that a second factor is required of' })
  @Responses({ 200: SecondFactorRolesResponseDto })
  async getRoles(): Promise<SecondFactorRolesResponseDto> {
    return { roles: await this.factors.listRoles() };
  }

  @Put('second-factors/roles')
  @Authenticated(EVERY_SCHEME, DANGEROUS)
  @ApiOperation({
    operationId: 'setSecondFactorRoles',
    summary: 'Set the roles that a second factor is required of, from the next login on',
  })
  @Responses({ 200: SecondFactorRolesResponseDto })
  async setRoles(
    @Caller() caller: UserActor,
    @ValidBody() { roles }: SecondFactorRolesDto,
  ): Promise<SecondFactorRolesResponseDto> {
    return { roles: await this.factors.setRoles(caller, roles) };
  }

  @Get('users/:id/second-factor')
  @ApiOperation({ operationId: 'getSecondFactor', summary: 'Get the second factor of a user' })
  @ApiParam(USER_ID)
  @Responses({ 200: SecondFactorResponseDto }, 'user_not_found')
  async get(@Param('id') id: string): Promise<SecondFactorResponseDto> {
    return presentSecondFactor(await this.factors.get(parseUserId(id)));
  }

  @Put('users/:id/second-factor')
  @Authenticated(EVERY_SCHEME, DANGEROUS)
  @ApiOperation({
    operationId: 'requireSecondFactor',
    summary: 'Say whether a user must have a second factor, from the next login on',
  })
  @ApiParam(USER_ID)
  @Responses({ 200: SecondFactorResponseDto }, 'user_not_found')
  async require(
    @Caller() caller: UserActor,
    @Param('id') id: string,
    @ValidBody() { required }: RequireSecondFactorDto,
  ): Promise<SecondFactorResponseDto> {
    return presentSecondFactor(await this.factors.setRequired(caller, parseUserId(id), required));
  }

  @Delete('users/:id/second-factor')
  @Authenticated(EVERY_SCHEME, DANGEROUS)
  @ApiOperation({
    operationId: 'resetSecondFactor',
    summary: 'Remove the second factor of a user with their recovery codes; they are told by mail',
  })
  @ApiParam(USER_ID)
  @Responses({ 204: 'Removed, or there was none' }, 'user_not_found')
  async reset(@Caller() caller: UserActor, @Param('id') id: string): Promise<void> {
    await this.factors.reset(caller, parseUserId(id));
  }
}

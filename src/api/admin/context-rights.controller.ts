import { Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller, EVERY_SCHEME } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { AllowedContextsService } from '../../contexts/allowed-contexts.service.js';
import { ValidBody } from '../http/valid-body.js';
import { Responses } from '../openapi/responses.js';
import { parseContextCode } from './context.presenter.js';
import { parseHolderQuery, presentHolders } from './context-holders.presenter.js';
import { AllowedContextsDto, AllowedContextsResponseDto, ContextHolderPageResponseDto } from './dto/context.dto.js';
import { ListParameters } from '../http/list.parameters.js';
import { parseUserId } from './user-query.js';

const USER_ID = { name: 'id', schema: { type: 'integer', minimum: 1, example: 2 } };
const CODE = { name: 'code', schema: { type: 'integer', minimum: 1, example: 1 } };

/** Who may do what by context tokens. */
@ApiTags('admin')
@Controller('admin')
@Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'] })
export class ContextRightsController {
  constructor(private readonly contexts: AllowedContextsService) {}

  @Get('users/:id/contexts')
  @ApiOperation({ operationId: 'getAllowedContexts', summary: 'Get the contexts that a user may have' })
  @ApiParam(USER_ID)
  @Responses({ 200: AllowedContextsResponseDto }, 'user_not_found')
  async getAllowed(@Param('id') id: string): Promise<AllowedContextsResponseDto> {
    return presentAllowed(await this.contexts.getAllowed(parseUserId(id)));
  }

  @Put('users/:id/contexts')
  @Authenticated(EVERY_SCHEME, { roles: ['admin'] })
  @ApiOperation({
    operationId: 'setAllowedContexts',
    summary: 'Set the contexts that a user may have; no context token of theirs does anything else from now on',
  })
  @ApiParam(USER_ID)
  @Responses({ 200: AllowedContextsResponseDto }, 'user_not_found')
  async setAllowed(
    @Caller() caller: UserActor,
    @Param('id') id: string,
    @ValidBody() { allowed }: AllowedContextsDto,
  ): Promise<AllowedContextsResponseDto> {
    return presentAllowed(await this.contexts.setAllowed(caller, parseUserId(id), allowed));
  }

  @Get('contexts/:code/holders')
  @ApiOperation({ operationId: 'listContextHolders', summary: 'List who may do this now, and by which tokens' })
  @ApiParam(CODE)
  @ListParameters()
  @Responses({ 200: ContextHolderPageResponseDto }, 'context_not_found', 'invalid_request')
  async listHolders(
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<ContextHolderPageResponseDto> {
    const { afterUserId, limit } = parseHolderQuery(query);
    const holders = await this.contexts.listHolders(parseContextCode(code), afterUserId, limit + 1);
    return presentHolders(holders, limit);
  }
}

function presentAllowed(allowed: readonly string[] | null): AllowedContextsResponseDto {
  return { allowed: allowed && [...allowed] };
}

import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller, EVERY_SCHEME } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { TokenEndingsService } from '../../tokens/token-endings.service.js';
import { TokenRegistryService } from '../../tokens/token-registry.service.js';
import { ListParameters } from '../http/list.parameters.js';
import { Responses } from '../openapi/responses.js';
import { parseTokenPage } from '../registry/token-cursor.js';
import { TokenPageResponseDto } from '../registry/token.dto.js';
import { presentTokens } from '../registry/token.presenter.js';
import { ENDED_BY_OWNER, ownMatch, STATUS } from './own-match.js';

@ApiTags('me')
@Controller('me/tokens')
@Authenticated(EVERY_SCHEME)
export class OwnTokensController {
  constructor(
    private readonly registry: TokenRegistryService,
    private readonly endings: TokenEndingsService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listOwnTokens', summary: "List the caller's tokens, the latest first" })
  @ListParameters(STATUS)
  @Responses({ 200: TokenPageResponseDto }, 'invalid_request')
  async list(@Caller() caller: UserActor, @Query() query: Record<string, unknown>): Promise<TokenPageResponseDto> {
    const match = ownMatch(caller, query);
    const { after, limit } = parseTokenPage(query, match);
    return presentTokens(await this.registry.listTokens(match, after, limit + 1), limit);
  }

  @Delete(':id')
  @ApiOperation({
    operationId: 'endOwnToken',
    summary: "End one of the caller's tokens; a refresh token with its session",
  })
  @ApiParam({ name: 'id', schema: { type: 'string', example: '(id of listOwnTokens)' } })
  @Responses({ 204: 'Ended' }, 'token_not_found')
  async end(@Caller() caller: UserActor, @Param('id') id: string): Promise<void> {
    await this.endings.endToken(caller, { id, reason: ENDED_BY_OWNER, ownerId: caller.principal.userId });
  }
}

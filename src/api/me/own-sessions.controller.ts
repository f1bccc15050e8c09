import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller, EVERY_SCHEME } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { TokenEndingsService } from '../../tokens/token-endings.service.js';
import { TokenRegistryService } from '../../tokens/token-registry.service.js';
import { ListParameters } from '../http/list.parameters.js';
import { Responses } from '../openapi/responses.js';
import { parseTokenPage } from '../registry/token-cursor.js';
import { SessionPageResponseDto } from '../registry/token.dto.js';
import { presentSessions } from '../registry/token.presenter.js';
import { ENDED_BY_OWNER, ownMatch, STATUS } from './own-match.js';

@ApiTags('me')
@Controller('me/sessions')
@Authenticated(EVERY_SCHEME)
export class OwnSessionsController {
  constructor(
    private readonly registry: TokenRegistryService,
    private readonly endings: TokenEndingsService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listOwnSessions', summary: "List the caller's login sessions, the latest first" })
  @ListParameters(STATUS)
  @Responses({ 200: SessionPageResponseDto }, 'invalid_request')
  async list(@Caller() caller: UserActor, @Query() query: Record<string, unknown>): Promise<SessionPageResponseDto> {
    const match = ownMatch(caller, query);
    const { after, limit } = parseTokenPage(query, match);
    return presentSessions(await this.registry.listSessions(match, after, limit + 1), limit);
  }

  @Delete(':id')
  @ApiOperation({ operationId: 'endOwnSession', summary: "End one of the caller's login sessions with its tokens" })
  @ApiParam({ name: 'id', schema: { type: 'string', example: '(id of listOwnSessions)' } })
  @Responses({ 204: 'Ended' }, 'session_not_found')
  async end(@Caller() caller: UserActor, @Param('id') id: string): Promise<void> {
    await this.endings.endSession(caller, { id, reason: ENDED_BY_OWNER, ownerId: caller.principal.userId });
  }
}

import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller, EVERY_SCHEME } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { TokenEndingsService } from '../../tokens/token-endings.service.js';
import { TokenRegistryService } from '../../tokens/token-registry.service.js';
import { ListParameters } from '../http/list.parameters.js';
import { ValidBody } from '../http/valid-body.js';
import { Responses } from '../openapi/responses.js';
import { parseTokenPage } from '../registry/token-cursor.js';
import { SessionPageResponseDto } from '../registry/token.dto.js';
import { presentSessions } from '../registry/token.presenter.js';
import { EndDto } from './dto/end.dto.js';
import { SESSION_FILTER_PARAMETERS } from './token-match.parameters.js';
import { filtersOf, parseTokenMatch, SESSION_FILTERS } from './token-match-query.js';

@ApiTags('admin')
@Controller('admin/sessions')
@Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'] })
export class SessionsController {
  constructor(
    private readonly registry: TokenRegistryService,
    private readonly endings: TokenEndingsService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listSessions', summary: 'List login sessions, active or ended, the latest first' })
  @ListParameters(...SESSION_FILTER_PARAMETERS)
  @Responses({ 200: SessionPageResponseDto }, 'invalid_request')
  async list(@Query() query: Record<string, unknown>): Promise<SessionPageResponseDto> {
    const match = parseTokenMatch(filtersOf(query), SESSION_FILTERS);
    const { after, limit } = parseTokenPage(query, match);
    return presentSessions(await this.registry.listSessions(match, after, limit + 1), limit);
  }

  @Delete(':id')
  @Authenticated(EVERY_SCHEME, { roles: ['admin'] })
  @ApiOperation({ operationId: 'endSession', summary: 'End a login session with all its tokens' })
  @ApiParam({ name: 'id', schema: { type: 'string', example: '(id of listSessions)' } })
  @Responses({ 204: 'Ended' }, 'session_not_found')
  async end(@Caller() caller: UserActor, @Param('id') id: string, @ValidBody() { reason }: EndDto): Promise<void> {
    await this.endings.endSession(caller, { id, reason });
  }
}

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
import { TokenPageResponseDto, TokenResponseDto } from '../registry/token.dto.js';
import { presentToken, presentTokens } from '../registry/token.presenter.js';
import { EndDto } from './dto/end.dto.js';
import { TOKEN_FILTER_PARAMETERS } from './token-match.parameters.js';
import { filtersOf, parseTokenMatch } from './token-match-query.js';

const ID = { name: 'id', schema: { type: 'string', example: '(id of listTokens)' } };

@ApiTags('admin')
@Controller('admin/tokens')
@Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'] })
export class TokensController {
  constructor(
    private readonly registry: TokenRegistryService,
    private readonly endings: TokenEndingsService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listTokens', summary: 'List tokens of every kind, active or ended, the latest first' })
  @ListParameters(...TOKEN_FILTER_PARAMETERS)
  @Responses({ 200: TokenPageResponseDto }, 'invalid_request')
  async list(@Query() query: Record<string, unknown>): Promise<TokenPageResponseDto> {
    const match = parseTokenMatch(filtersOf(query));
    const { after, limit } = parseTokenPage(query, match);
    return presentTokens(await this.registry.listTokens(match, after, limit + 1), limit);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getToken', summary: 'Get one token' })
  @ApiParam(ID)
  @Responses({ 200: TokenResponseDto }, 'token_not_found')
  async get(@Param('id') id: string): Promise<TokenResponseDto> {
    return presentToken(await this.registry.getToken(id));
  }

  @Delete(':id')
  @Authenticated(EVERY_SCHEME, { roles: ['admin'] })
  @ApiOperation({ operationId: 'endToken', summary: 'End one token; a refresh token with its session' })
  @ApiParam(ID)
  @Responses({ 204: 'Ended' }, 'token_not_found')
  async end(@Caller() caller: UserActor, @Param('id') id: string, @ValidBody() { reason }: EndDto): Promise<void> {
    await this.endings.endToken(caller, { id, reason });
  }
}

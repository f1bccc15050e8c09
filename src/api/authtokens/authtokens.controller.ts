import { Controller, Delete, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiBasicAuth, ApiBearerAuth, ApiBody, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { ContextTokenListService } from '../../contexts/context-token-list.service.js';
import { ContextTokensService } from '../../contexts/context-tokens.service.js';
import { ContextsService } from '../../contexts/contexts.service.js';
import { ValidBody } from '../http/valid-body.js';
import { changedContexts, parseListQuery, wantedContexts } from './authtokens-query.js';
import { presentList, presentPage } from './authtokens.presenter.js';
import { AuthtokenCreatedDto, AuthtokenListDto, AuthtokensErrorDto, CatalogueDto } from './dto/responses.dto.js';
import { CreateAuthtokenDto, RevokeAuthtokenDto, UpdateAuthtokenDto } from './dto/requests.dto.js';

@ApiTags('authtokens')
@ApiBearerAuth()
@ApiBasicAuth()
@ApiResponse({ status: 401, type: AuthtokensErrorDto, description: 'No credentials, or bad ones' })
@Controller(['api/authtokens', 'authtokens'])
@Authenticated(['basic', 'bearer'])
export class AuthtokensController {
  constructor(
    private readonly tokens: ContextTokensService,
    private readonly tokenList: ContextTokenListService,
    private readonly contexts: ContextsService,
  ) {}

  @Post()
  @ApiOperation({ summary: "Make a token that is good for some contexts in a user's name" })
  @ApiBody({ type: CreateAuthtokenDto })
  @ApiResponse({ status: 201, type: AuthtokenCreatedDto })
  @ApiResponse({ status: 400, type: AuthtokensErrorDto, description: 'No or unknown user, empty or unknown context' })
  @ApiResponse({ status: 403, type: AuthtokensErrorDto, description: "Another user's, and the caller is not an admin" })
  async create(@Caller() caller: UserActor, @ValidBody() body: CreateAuthtokenDto): Promise<AuthtokenCreatedDto> {
    return { success: true, token: await this.tokens.create(caller, body.userId, wantedContexts(body)) };
  }

  @Put()
  @HttpCode(204)
  @ApiOperation({ summary: 'Change the user or the contexts of a token; its text stays' })
  @ApiBody({ type: UpdateAuthtokenDto })
  @ApiResponse({ status: 204, description: 'Changed' })
  @ApiResponse({ status: 400, type: AuthtokensErrorDto, description: 'No token, unknown user, unknown context' })
  @ApiResponse({ status: 403, type: AuthtokensErrorDto, description: "Another user's, and the caller is not an admin" })
  @ApiResponse({ status: 404, type: AuthtokensErrorDto, description: 'Unknown token' })
  async update(@Caller() caller: UserActor, @ValidBody() body: UpdateAuthtokenDto): Promise<void> {
    const changes = { userId: body.userId ?? undefined, contexts: changedContexts(body) };
    await this.tokens.change(caller, body.token, changes);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a token' })
  @ApiBody({ type: RevokeAuthtokenDto })
  @ApiResponse({ status: 204, description: 'Revoked' })
  @ApiResponse({ status: 400, type: AuthtokensErrorDto, description: 'No token' })
  @ApiResponse({ status: 404, type: AuthtokensErrorDto, description: 'Unknown token' })
  async revoke(@Caller() caller: UserActor, @ValidBody() { token }: RevokeAuthtokenDto): Promise<void> {
    await this.tokens.revoke(caller, token);
  }

  @Get('json')
  @ApiOperation({ summary: 'List tokens in clear: all of them for an admin (audited), his own for anybody else' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 1000 } })
  @ApiQuery({ name: 'after', required: false, description: 'The `nextCursor` of the page before.' })
  @ApiResponse({ status: 200, type: AuthtokenListDto, description: 'Streams where there is no `limit`' })
  @ApiResponse({ status: 400, type: AuthtokensErrorDto, description: 'A bad limit or cursor' })
  async list(
    @Caller() caller: UserActor,
    @Query() query: Record<string, unknown>,
  ): Promise<StreamableFile | AuthtokenListDto> {
    const { limit, afterId } = parseListQuery(query);
    if (limit !== undefined) return presentPage(await this.tokenList.listPage(caller, afterId, limit));
    const stream = presentList(await this.tokenList.listAll(caller, afterId));
    return new StreamableFile(stream, { type: 'application/json; charset=utf-8' });
  }

  @Get('context/json')
  @ApiOperation({ summary: 'List all contexts in the order of their codes' })
  @ApiResponse({ status: 200, type: CatalogueDto })
  async listContexts(): Promise<CatalogueDto> {
    return { list: (await this.contexts.listContexts()).map(({ code, name }) => ({ code, name })) };
  }
}

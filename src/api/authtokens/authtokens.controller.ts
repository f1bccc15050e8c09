import { Controller, Delete, Get, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { ContextTokenListService } from '../../contexts/context-token-list.service.js';
import { ContextTokensService } from '../../contexts/context-tokens.service.js';
import { ContextsService } from '../../contexts/contexts.service.js';
import { ValidBody } from '../http/valid-body.js';
import { changedContexts, parseListQuery, wantedContexts } from './authtokens-query.js';
import { presentList, presentPage } from './authtokens.presenter.js';
import { Paged, Responses } from '../openapi/responses.js';
import { AuthtokenIssuedResponseDto, AuthtokenListResponseDto, CatalogueResponseDto } from './dto/responses.dto.js';
import { CreateAuthtokenDto, RevokeAuthtokenDto, UpdateAuthtokenDto } from './dto/requests.dto.js';

@ApiTags('authtokens')
@Controller(['api/authtokens', 'authtokens'])
@Authenticated(['basic', 'bearer'])
export class AuthtokensController {
  constructor(
    private readonly tokens: ContextTokensService,
    private readonly tokenList: ContextTokenListService,
    private readonly contexts: ContextsService,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'createContextToken', summary: "Issue a token for some contexts in a user's name" })
  @Responses(
    { 201: AuthtokenIssuedResponseDto },
    'user_not_found',
    'context_not_found',
    'context_not_allowed',
    'role_required',
    'token_limit_reached',
  )
  async create(
    @Caller() caller: UserActor,
    @ValidBody() body: CreateAuthtokenDto,
  ): Promise<AuthtokenIssuedResponseDto> {
    return { success: true, token: await this.tokens.create(caller, body.userId, wantedContexts(body)) };
  }

  @Put()
  @ApiOperation({
    operationId: 'updateContextToken',
    summary: 'Change the user or the contexts of a token; its text stays',
  })
  @Responses(
    { 204: 'Changed' },
    'user_not_found',
    'context_not_found',
    'context_not_allowed',
    'role_required',
    'token_not_found',
    'token_limit_reached',
  )
  async update(@Caller() caller: UserActor, @ValidBody() body: UpdateAuthtokenDto): Promise<void> {
    const changes = { userId: body.userId ?? undefined, contexts: changedContexts(body) };
    await this.tokens.change(caller, body.token, changes);
  }

  @Delete()
  @ApiOperation({ operationId: 'revokeContextToken', summary: 'Revoke a token' })
  @Responses({ 204: 'Revoked' }, 'token_not_found')
  async revoke(@Caller() caller: UserActor, @ValidBody() { token }: RevokeAuthtokenDto): Promise<void> {
    await this.tokens.revoke(caller, token);
  }

  @Get('json')
  @ApiOperation({
    operationId: 'listContextTokens',
    summary: 'List tokens in clear: all of them for an admin (audited), their own for anybody else',
    description: 'Without `limit` the list is whole, and streams.',
  })
  @Paged(1_000)
  @Responses({ 200: AuthtokenListResponseDto }, 'invalid_request')
  async list(
    @Caller() caller: UserActor,
    @Query() query: Record<string, unknown>,
  ): Promise<StreamableFile | AuthtokenListResponseDto> {
    const { limit, afterId } = parseListQuery(query);
    if (limit !== undefined) return presentPage(await this.tokenList.listPage(caller, afterId, limit));
    const stream = presentList(await this.tokenList.listAll(caller, afterId));
    return new StreamableFile(stream, { type: 'application/json; charset=utf-8' });
  }

  @Get('context/json')
  @ApiOperation({ operationId: 'listAvailableContexts', summary: 'List all contexts in the order of their codes' })
  @Responses({ 200: CatalogueResponseDto })
  async listContexts(): Promise<CatalogueResponseDto> {
    return { list: (await this.contexts.listContexts()).map(({ code, name }) => ({ code, name })) };
  }
}

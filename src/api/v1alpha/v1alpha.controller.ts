import { Controller, Delete, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiKeyListService } from '../../api-keys/api-key-list.service.js';
import { ApiKeysService } from '../../api-keys/api-keys.service.js';
import { Authenticated, Caller } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { ValidBody } from '../http/valid-body.js';
import { Responses } from '../openapi/responses.js';
import * as dto from './dto/responses.dto.js';
import { CreateNamedTokenDto } from './dto/create-token.dto.js';
import { apiKeyOf } from './named-token.js';
import { presentDetails, presentGenerated, presentList, presentLongList } from './v1alpha.presenter.js';

const ID = { name: 'id', schema: { type: 'string', example: '(jwt_token_id of createNamedToken)' } };

/** The document prints the first path in its curl lines and the second as its URL. */
@ApiTags('v1alpha')
@Controller(['api/v1alpha/token', 'v1alpha/token'])
@Authenticated(['basic'])
export class V1alphaController {
  constructor(
    private readonly apiKeys: ApiKeysService,
    private readonly lists: ApiKeyListService,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'createNamedToken', summary: 'Issue a named token' })
  @Responses(
    { 201: dto.NamedTokenIssuedResponseDto },
    'description_taken_or_blank',
    'lifetime_invalid',
    'token_limit_reached',
  )
  async create(
    @Caller() caller: UserActor,
    @ValidBody() body: CreateNamedTokenDto,
  ): Promise<dto.NamedTokenIssuedResponseDto> {
    return presentGenerated(await this.apiKeys.create(caller, apiKeyOf(body)));
  }

  @Get()
  @ApiOperation({ operationId: 'listNamedTokens', summary: "List the caller's tokens, expired ones too" })
  @Responses({ 200: dto.NamedTokenListResponseDto }, 'no_api_keys')
  async list(@Caller() { principal }: UserActor): Promise<StreamableFile | dto.NamedTokenListResponseDto> {
    const { first, rest } = await this.lists.list(principal.userId);
    return rest
      ? new StreamableFile(presentLongList(first, rest), { type: 'application/json; charset=utf-8' })
      : presentList(first);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getNamedToken', summary: "Get one of the caller's tokens" })
  @ApiParam(ID)
  @Responses({ 200: dto.NamedTokenResponseDto }, 'api_key_not_found')
  async get(@Caller() { principal }: UserActor, @Param('id') id: string): Promise<dto.NamedTokenResponseDto> {
    return presentDetails(await this.apiKeys.getKey(principal.userId, id));
  }

  @Delete(':id')
  @ApiOperation({
    operationId: 'deleteNamedToken',
    summary: "Delete one of the caller's tokens; it is refused at once",
  })
  @ApiParam(ID)
  @Responses({ 200: dto.NamedTokenDeletedResponseDto }, 'api_key_not_found')
  async delete(@Caller() caller: UserActor, @Param('id') id: string): Promise<dto.NamedTokenDeletedResponseDto> {
    await this.apiKeys.deleteKey(caller, id);
    return { message: 'Token deleted' };
  }
}

import { Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiBasicAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiKeysService } from '../../api-keys/api-keys.service.js';
import { Authenticated, Caller } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { ValidBody } from '../http/valid-body.js';
import { TokenDetailsDto, TokenGeneratedDto, TokenListDto, TokenMessageDto } from './dto/responses.dto.js';
import { CreateNamedTokenDto } from './dto/create-token.dto.js';
import { apiKeyOf } from './named-token.js';
import { presentDetails, presentGenerated, presentList } from './v1alpha.presenter.js';

/** The document prints the first path in its curl lines and the second as its URL. */
@ApiTags('v1alpha')
@ApiBasicAuth()
@ApiResponse({ status: 401, type: TokenMessageDto, description: 'No Basic credentials, or bad ones' })
@Controller(['api/v1alpha/token', 'v1alpha/token'])
@Authenticated(['basic'])
export class V1alphaController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Post()
  @ApiOperation({ summary: 'Make a named token' })
  @ApiBody({ type: CreateNamedTokenDto })
  @ApiResponse({ status: 201, type: TokenGeneratedDto })
  @ApiResponse({ status: 400, type: TokenMessageDto, description: 'A description or a life that cannot be' })
  async create(@Caller() caller: UserActor, @ValidBody() body: CreateNamedTokenDto): Promise<TokenGeneratedDto> {
    return presentGenerated(await this.apiKeys.create(caller, apiKeyOf(body)));
  }

  @Get()
  @ApiOperation({ summary: "List the caller's tokens, expired ones too" })
  @ApiResponse({ status: 200, type: TokenListDto })
  @ApiResponse({ status: 404, type: TokenMessageDto, description: 'There is none' })
  async list(@Caller() { principal }: UserActor): Promise<TokenListDto> {
    return presentList(await this.apiKeys.listKeys(principal.userId));
  }

  @Get(':id')
  @ApiOperation({ summary: "Get one of the caller's tokens" })
  @ApiResponse({ status: 200, type: TokenDetailsDto })
  @ApiResponse({ status: 404, type: TokenMessageDto, description: 'The caller has no token of this id' })
  async get(@Caller() { principal }: UserActor, @Param('id') id: string): Promise<TokenDetailsDto> {
    return presentDetails(await this.apiKeys.getKey(principal.userId, id));
  }

  @Delete(':id')
  @ApiOperation({ summary: "Delete one of the caller's tokens; it is refused at once" })
  @ApiResponse({ status: 200, type: TokenMessageDto })
  @ApiResponse({ status: 404, type: TokenMessageDto, description: 'The caller has no token of this id' })
  async delete(@Caller() caller: UserActor, @Param('id') id: string): Promise<TokenMessageDto> {
    await this.apiKeys.deleteKey(caller, id);
    return { message: 'Token deleted' };
  }
}

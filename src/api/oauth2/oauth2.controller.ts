import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBasicAuth, ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Anonymous, AnonymousCaller, Authenticated } from '../../auth/access.decorators.js';
import type { AnonymousActor } from '../../common/actor.js';
import { Config } from '../../config/config.js';
import { TokenIntrospection } from '../../tokens/token-introspection.js';
import { ValidBody } from '../http/valid-body.js';
import { IntrospectionDto, OAuthErrorDto } from './dto/responses.dto.js';
import { TokenRequestDto } from './dto/token-request.dto.js';
import { presentIntrospection } from './introspection.presenter.js';

@ApiTags('oauth2')
@ApiConsumes('application/x-www-form-urlencoded', 'application/json')
@Controller('oauth2')
export class OAuth2Controller {
  constructor(
    private readonly introspection: TokenIntrospection,
    private readonly config: Config,
  ) {}

  @Post('introspect')
  @HttpCode(200)
  @Authenticated(['basic', 'bearer'], { roles: ['service', 'admin'] })
  @ApiBasicAuth()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Tell what a token of any kind is (RFC 7662)' })
  @ApiBody({ type: TokenRequestDto })
  @ApiResponse({ status: 200, type: IntrospectionDto })
  @ApiResponse({ status: 400, type: OAuthErrorDto, description: 'No token, or two' })
  @ApiResponse({ status: 401, type: OAuthErrorDto, description: 'The caller has no credentials, or bad ones' })
  @ApiResponse({ status: 403, type: OAuthErrorDto, description: 'The caller is neither service nor admin' })
  @ApiResponse({ status: 503, type: OAuthErrorDto, description: 'The state of revocation is not known; try again' })
  async introspect(@ValidBody() { token }: TokenRequestDto): Promise<IntrospectionDto> {
    return presentIntrospection(await this.introspection.inspect(token), this.config.publicUrl);
  }

  @Post('revoke')
  @HttpCode(200)
  @Anonymous()
  @ApiOperation({ summary: 'End a token, by possession of it (RFC 7009)' })
  @ApiBody({ type: TokenRequestDto })
  @ApiResponse({ status: 200, description: 'It is not active (any more), whether or not it ever was' })
  @ApiResponse({ status: 400, type: OAuthErrorDto, description: 'No token, or two' })
  async revoke(@AnonymousCaller() caller: AnonymousActor, @ValidBody() { token }: TokenRequestDto): Promise<void> {
    await this.introspection.revoke(caller, token);
  }
}

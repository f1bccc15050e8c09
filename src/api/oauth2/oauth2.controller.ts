import { Controller, Post } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Anonymous, AnonymousCaller, Authenticated, Caller } from '../../auth/access.decorators.js';
import type { AnonymousActor, UserActor } from '../../common/actor.js';
import { Config } from '../../config/config.js';
import { TokenIntrospection } from '../../tokens/token-introspection.js';
import { ValidBody } from '../http/valid-body.js';
import { Responses } from '../openapi/responses.js';
import { IntrospectionResponseDto } from './dto/responses.dto.js';
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
  @Authenticated(['basic', 'bearer'], { roles: ['service', 'admin'] })
  @ApiOperation({ operationId: 'introspectToken', summary: 'Tell what a token of any kind is (RFC 7662)' })
  @Responses({ 200: IntrospectionResponseDto })
  async introspect(
    @Caller() caller: UserActor,
    @ValidBody() { token }: TokenRequestDto,
  ): Promise<IntrospectionResponseDto> {
    return presentIntrospection(await this.introspection.introspectUsed(caller, token), this.config.publicUrl);
  }

  @Post('revoke')
  @Anonymous()
  @ApiOperation({ operationId: 'revokeToken', summary: 'Revoke a token, by possession of it (RFC 7009)' })
  @Responses({ 200: 'The token is not active, whether or not it ever was' })
  async revoke(@AnonymousCaller() caller: AnonymousActor, @ValidBody() { token }: TokenRequestDto): Promise<void> {
    await this.introspection.revoke(caller, token);
  }
}

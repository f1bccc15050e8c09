import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Anonymous } from '../../auth/access.decorators.js';
import { TokenIntrospection } from '../../tokens/token-introspection.js';
import { OAuthErrorDto } from './dto/responses.dto.js';
import { readForwardAuth } from './forward-auth-request.js';
import { presentForwardAuth } from './forward-auth.presenter.js';

@ApiTags('oauth2')
@ApiBearerAuth()
@Controller('auth')
export class ForwardAuthController {
  constructor(private readonly introspection: TokenIntrospection) {}

  /** The guards accept full tokens alone; here the context decides, so the handler looks at the header itself. */
  @Get('verify')
  @Anonymous()
  @ApiOperation({ summary: 'Tell a proxy in front of a service whether to let a request pass' })
  @ApiQuery({ name: 'context', required: false, description: 'The context that the token must be good for.' })
  @ApiResponse({ status: 200, description: 'Let it pass; `X-Auth-*` says whose it is' })
  @ApiResponse({ status: 401, type: OAuthErrorDto, description: 'No token, or none that is active' })
  @ApiResponse({ status: 403, type: OAuthErrorDto, description: 'The token is not good for the context' })
  async verify(
    @Headers('authorization') authorization: string | undefined,
    @Query('context') context: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { token, context: wanted } = readForwardAuth(authorization, context);
    reply.headers(presentForwardAuth(await this.introspection.authorize(token, wanted)));
  }
}

import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Anonymous, AnonymousCaller } from '../../auth/access.decorators.js';
import type { AnonymousActor } from '../../common/actor.js';
import { TokenIntrospection } from '../../tokens/token-introspection.js';
import { Responses } from '../openapi/responses.js';
import { FORWARD_AUTH_HEADERS } from './forward-auth.presenter.js';
import { readForwardAuth } from './forward-auth-request.js';
import { presentForwardAuth } from './forward-auth.presenter.js';

@ApiTags('oauth2')
@ApiBearerAuth()
@Controller('auth')
export class ForwardAuthController {
  constructor(private readonly introspection: TokenIntrospection) {}

  /** The guards accept no context token, so the handler looks at the header itself. */
  @Get('verify')
  @Anonymous()
  @ApiOperation({
    operationId: 'verifyRequest',
    summary: 'Tell a proxy in front of a service whether to let a request pass',
  })
  @ApiQuery({
    name: 'context',
    required: false,
    type: String,
    description:
      'The context that the token must be valid for; `*` stands for any. Without it no context token passes.',
  })
  @ApiResponse({ status: 200, description: 'Let it pass', headers: FORWARD_AUTH_HEADERS })
  @Responses({}, 'invalid_request', 'authorization_header_required', 'token_invalid', 'context_missing')
  async verify(
    @AnonymousCaller() caller: AnonymousActor,
    @Headers('authorization') authorization: string | undefined,
    @Query('context') context: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { token, context: wanted } = readForwardAuth(authorization, context);
    reply.headers(presentForwardAuth(await this.introspection.authorize(caller, token, wanted)));
  }
}

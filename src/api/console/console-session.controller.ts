import { Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Authenticated, Caller, PasswordLogin } from '../../auth/access.decorators.js';
import { ConsoleAuthService } from '../../auth/console-auth.service.js';
import { consoleCookie, NO_CONSOLE_COOKIE } from '../../auth/console-cookie.js';
import type { UserActor } from '../../common/actor.js';
import type { CookiePrincipal, PasswordPrincipal } from '../../common/principal.js';
import { ConsoleSessionsService } from '../../sessions/console-sessions.service.js';
import { ValidBody } from '../http/valid-body.js';
import { headers } from '../openapi/headers.js';
import { Responses } from '../openapi/responses.js';
import { consoleCodeOf, presentConsoleSession, presentOpenedSession } from './console-session.presenter.js';
import {
  ConsoleSessionResponseDto,
  OpenConsoleSessionDto,
  OpenedConsoleSessionResponseDto,
  ReauthenticateDto,
} from './dto/console-session.dto.js';

@ApiTags('console')
@Controller('console/session')
@Authenticated(['cookie'])
export class ConsoleSessionController {
  constructor(
    private readonly sessions: ConsoleSessionsService,
    private readonly auth: ConsoleAuthService,
  ) {}

  @Post()
  @PasswordLogin(OpenConsoleSessionDto, { stepsFollow: true, sameOrigin: true })
  @ApiOperation({ operationId: 'openConsoleSession', summary: 'Log in with a password and get a cookie' })
  @ApiResponse({
    status: 201,
    description: 'Created',
    type: OpenedConsoleSessionResponseDto,
    headers: headers('Set-Cookie'),
  })
  @Responses(
    {},
    'password_change_required',
    'password_unacceptable',
    'second_factor_required',
    'confirmation_code_invalid',
  )
  async open(
    @Caller() caller: UserActor<PasswordPrincipal>,
    @ValidBody() body: OpenConsoleSessionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedConsoleSessionResponseDto> {
    const opened = await this.auth.logIn(caller, { newPassword: body.newPassword, code: consoleCodeOf(body) });
    void reply.header('set-cookie', consoleCookie(opened.secret));
    return presentOpenedSession(opened);
  }

  @Get()
  @ApiOperation({ operationId: 'getConsoleSession', summary: 'Get whose session it is' })
  @Responses({ 200: ConsoleSessionResponseDto })
  get(@Caller() { principal }: UserActor<CookiePrincipal>): ConsoleSessionResponseDto {
    return presentConsoleSession(principal);
  }

  @Post('reauthenticate')
  @ApiOperation({
    operationId: 'reauthenticateConsoleSession',
    summary: 'Send the password again, for acts that want it sent within 5 minutes',
  })
  @Responses({ 200: ConsoleSessionResponseDto }, 'credentials_invalid', 'overloaded')
  async reauthenticate(
    @Caller() caller: UserActor<CookiePrincipal>,
    @ValidBody() { password }: ReauthenticateDto,
  ): Promise<ConsoleSessionResponseDto> {
    return presentConsoleSession(await this.auth.reauthenticate(caller, password));
  }

  @Delete()
  @ApiOperation({ operationId: 'endConsoleSession', summary: 'Log out: end the session on the server' })
  @HttpCode(204)
  @ApiResponse({ status: 204, description: 'The session has ended', headers: headers('Set-Cookie') })
  @Responses({})
  async end(
    @Caller() caller: UserActor<CookiePrincipal>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(caller);
    void reply.header('set-cookie', NO_CONSOLE_COOKIE);
  }
}

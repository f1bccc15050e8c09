import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthService } from '../../auth/auth.service.js';
import { Authenticated, Caller, PasswordLogin } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { SettingsService } from '../../settings/settings.service.js';
import { TokensService } from '../../tokens/tokens.service.js';
import { Responses } from '../openapi/responses.js';
import { CreateLoginTokenDto, SetTimeoutDto } from './dto/requests.dto.js';
import {
  LoginTokenResponseDto,
  LogoutResponseDto,
  TimeoutResponseDto,
  TimeoutUpdatedResponseDto,
} from './dto/responses.dto.js';

@ApiTags('api2')
@Controller('api2')
export class Api2Controller {
  constructor(
    private readonly auth: AuthService,
    private readonly tokens: TokensService,
    private readonly settings: SettingsService,
  ) {}

  @Post('tokens')
  @PasswordLogin(CreateLoginTokenDto)
  @ApiOperation({ operationId: 'createLoginToken', summary: 'Log in with a password and get one JWT' })
  @Responses({ 200: LoginTokenResponseDto }, 'token_limit_reached')
  async createToken(@Caller() caller: UserActor): Promise<LoginTokenResponseDto> {
    const token = await this.auth.issueLoginToken(caller);
    const { role, userId: id } = caller.principal;
    return { token, role, id, source: 'local' };
  }

  @Delete('tokens')
  @Authenticated(['bearer'], { whenMissing: 'authorization_header_required' })
  @ApiOperation({
    operationId: 'invalidateLoginTokens',
    summary: 'End every login token of the caller, on all devices',
  })
  @Responses({ 200: LogoutResponseDto })
  async invalidateTokens(@Caller() caller: UserActor): Promise<LogoutResponseDto> {
    const ended = await this.tokens.revokeLogins(caller);
    return { message: ended > 0 ? 'All tokens invalidated successfully' : 'Logged out successfully' };
  }

  @Get('token/timeout')
  @Authenticated(['bearer'], { roles: ['admin'] })
  @ApiOperation({ operationId: 'getLoginTimeout', summary: 'Get the lifetime of new login tokens' })
  @Responses({ 200: TimeoutResponseDto })
  async getTimeout(): Promise<TimeoutResponseDto> {
    return { timeout_seconds: await this.settings.get('api2TokenSeconds') };
  }

  @Put('token/timeout')
  @Authenticated(['bearer'], { roles: ['admin'] })
  @ApiOperation({ operationId: 'setLoginTimeout', summary: 'Set the lifetime of login tokens issued from now on' })
  @ApiBody({ type: SetTimeoutDto })
  @Responses({ 200: TimeoutUpdatedResponseDto }, 'setting_invalid')
  async setTimeout(
    @Caller() caller: UserActor,
    @Body('timeout_seconds') seconds: unknown,
  ): Promise<TimeoutUpdatedResponseDto> {
    await this.settings.update(caller, { api2TokenSeconds: seconds });
    return { statusCode: 200, message: 'Successfully updated the token timeout.' };
  }
}

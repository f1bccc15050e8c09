import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AuthService } from '../../auth/auth.service.js';
import { Authenticated, Caller, PasswordLogin } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { SettingsService } from '../../settings/settings.service.js';
import { TokensService } from '../../tokens/tokens.service.js';
import { Api2ErrorDto, MessageDto, TimeoutUpdatedDto, TokenCreatedDto, TokenTimeoutDto } from './dto/responses.dto.js';
import { CreateTokenDto } from './dto/create-token.dto.js';

@ApiTags('api2')
@Controller('api2')
export class Api2Controller {
  constructor(
    private readonly auth: AuthService,
    private readonly tokens: TokensService,
    private readonly settings: SettingsService,
  ) {}

  @Post('tokens')
  @HttpCode(200)
  @PasswordLogin(CreateTokenDto)
  @ApiOperation({ summary: 'Log in with a password and get one JWT' })
  @ApiBody({ type: CreateTokenDto })
  @ApiResponse({ status: 200, type: TokenCreatedDto })
  @ApiResponse({ status: 400, type: Api2ErrorDto, description: 'A field is missing or not a string' })
  @ApiResponse({ status: 401, type: Api2ErrorDto, description: 'Invalid username or password' })
  @ApiResponse({ status: 403, type: Api2ErrorDto, description: 'Password change required' })
  @ApiResponse({ status: 503, type: Api2ErrorDto, description: 'Too many logins at once; see Retry-After' })
  async createToken(@Caller() caller: UserActor): Promise<TokenCreatedDto> {
    const token = await this.auth.issueLoginToken(caller);
    const { role, userId: id } = caller.principal;
    return { token, role, id, source: 'local' };
  }

  @Delete('tokens')
  @Authenticated(['bearer'], { whenMissing: 'authorization_header_required' })
  @ApiBearerAuth()
  @ApiOperation({ summary: 'End every login token of the caller, on all devices' })
  @ApiResponse({ status: 200, type: MessageDto })
  @ApiResponse({ status: 400, type: Api2ErrorDto, description: 'Authorization header is required' })
  @ApiResponse({ status: 401, type: Api2ErrorDto, description: 'Invalid or expired token' })
  async invalidateTokens(@Caller() caller: UserActor): Promise<MessageDto> {
    const ended = await this.tokens.revokeLogins(caller);
    return { message: ended > 0 ? 'All tokens invalidated successfully' : 'Logged out successfully' };
  }

  @Get('token/timeout')
  @Authenticated(['bearer'], { roles: ['admin'] })
  @ApiBearerAuth()
  @ApiOperation({ summary: 'The life of new login tokens' })
  @ApiResponse({ status: 200, type: TokenTimeoutDto })
  @ApiResponse({ status: 401, type: Api2ErrorDto, description: 'Invalid or expired token' })
  @ApiResponse({ status: 403, type: Api2ErrorDto, description: 'Admin role required' })
  async getTimeout(): Promise<TokenTimeoutDto> {
    return { timeout_seconds: await this.settings.get('api2TokenSeconds') };
  }

  @Put('token/timeout')
  @Authenticated(['bearer'], { roles: ['admin'] })
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Set the life of login tokens made from now on' })
  @ApiBody({ type: TokenTimeoutDto })
  @ApiResponse({ status: 200, type: TimeoutUpdatedDto })
  @ApiResponse({ status: 400, type: Api2ErrorDto, description: 'Timeout must be between 600 and 2592000 seconds' })
  @ApiResponse({ status: 401, type: Api2ErrorDto, description: 'Invalid or expired token' })
  @ApiResponse({ status: 403, type: Api2ErrorDto, description: 'Admin role required' })
  async setTimeout(@Caller() caller: UserActor, @Body('timeout_seconds') seconds: unknown): Promise<TimeoutUpdatedDto> {
    await this.settings.update(caller, { api2TokenSeconds: seconds });
    return { statusCode: 200, message: 'Successfully updated the token timeout.' };
  }
}

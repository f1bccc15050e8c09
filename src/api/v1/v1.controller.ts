import { Controller, Post } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Anonymous, AnonymousCaller, Caller, PasswordLogin } from '../../auth/access.decorators.js';
import { PasswordChangeService } from '../../auth/password-change.service.js';
import { PasswordResetService } from '../../auth/password-reset.service.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import type { AnonymousActor, UserActor } from '../../common/actor.js';
import type { PasswordPrincipal } from '../../common/principal.js';
import { ValidBody } from '../http/valid-body.js';
import { Responses } from '../openapi/responses.js';
import { AccessTokensResponseDto, ChallengeResponseDto, LoginTokensResponseDto } from './dto/responses.dto.js';
import * as dto from './dto/requests.dto.js';
import { presentAccessTokens, presentLogin } from './v1.presenter.js';

@ApiTags('v1')
@ApiConsumes('application/json', 'application/x-www-form-urlencoded')
@Controller('v1')
export class V1Controller {
  constructor(
    private readonly sessions: SessionsService,
    private readonly resets: PasswordResetService,
    private readonly changes: PasswordChangeService,
  ) {}

  @Post('login')
  @PasswordLogin(dto.LoginDto, { stepsFollow: true })
  @ApiOperation({ operationId: 'logIn', summary: 'Log in, or be told what comes first: a new password, a code' })
  @Responses({ 200: [LoginTokensResponseDto, ChallengeResponseDto] }, 'token_limit_reached')
  async logIn(@Caller() caller: UserActor<PasswordPrincipal>): Promise<LoginTokensResponseDto | ChallengeResponseDto> {
    return presentLogin(await this.sessions.logIn(caller));
  }

  @Post('token-refresh')
  @Anonymous()
  @ApiOperation({ operationId: 'refreshTokens', summary: 'Get another access and id token' })
  @Responses({ 200: AccessTokensResponseDto }, 'session_invalid', 'refresh_limit_exceeded', 'token_limit_reached')
  async refresh(
    @AnonymousCaller() caller: AnonymousActor,
    @ValidBody() { refresh_token, username }: dto.TokenRefreshDto,
  ): Promise<AccessTokensResponseDto> {
    return presentAccessTokens(await this.sessions.refresh(caller, refresh_token, username));
  }

  @Post('token-revoke')
  @Anonymous()
  @ApiOperation({ operationId: 'revokeSession', summary: 'End a session with all its tokens' })
  @Responses({ 204: 'Ended' }, 'token_invalid')
  async revoke(@AnonymousCaller() caller: AnonymousActor, @ValidBody() body: dto.TokenRevokeDto): Promise<void> {
    await this.sessions.revoke(caller, body.refresh_token);
  }

  @Post('forgot-password')
  @Anonymous()
  @ApiOperation({ operationId: 'forgotPassword', summary: 'Have a confirmation code sent by mail' })
  @Responses({ 204: 'Sent where there is such an account; nobody learns whether there is' }, 'too_many_attempts')
  async forgotPassword(
    @AnonymousCaller() caller: AnonymousActor,
    @ValidBody() { username }: dto.ForgotPasswordDto,
  ): Promise<void> {
    await this.resets.requestCode(caller, username);
  }

  @Post('forgot-password-confirm')
  @Anonymous()
  @ApiOperation({ operationId: 'confirmForgotPassword', summary: 'Set a new password with a confirmation code' })
  @Responses({ 204: 'Set' }, 'confirmation_code_invalid', 'password_unacceptable', 'too_many_attempts', 'overloaded')
  async confirmPassword(
    @AnonymousCaller() caller: AnonymousActor,
    @ValidBody() body: dto.ForgotPasswordConfirmDto,
  ): Promise<void> {
    await this.resets.confirm(caller, body.username, body.confirmation_code, body.password);
  }

  @Post('change-password')
  @Anonymous()
  @ApiOperation({ operationId: 'changePassword', summary: 'Change the password; all logins end but this one' })
  @Responses({ 204: 'Changed' }, 'credentials_invalid', 'password_unacceptable', 'overloaded')
  async changePassword(
    @AnonymousCaller() caller: AnonymousActor,
    @ValidBody() body: dto.ChangePasswordDto,
  ): Promise<void> {
    const { access_token, previous_password, proposed_password } = body;
    const change = { accessToken: access_token, previousPassword: previous_password, newPassword: proposed_password };
    await this.changes.change(caller, change);
  }

  @Post('new-password-required')
  @Anonymous()
  @ApiOperation({ operationId: 'setRequiredPassword', summary: 'Set the password that a login requires, and log in' })
  @Responses(
    { 200: [LoginTokensResponseDto, ChallengeResponseDto] },
    'session_invalid',
    'password_unacceptable',
    'token_limit_reached',
    'overloaded',
  )
  async setNewPassword(
    @AnonymousCaller() caller: AnonymousActor,
    @ValidBody() body: dto.NewPasswordRequiredDto,
  ): Promise<LoginTokensResponseDto | ChallengeResponseDto> {
    const { session, username, new_password } = body;
    return presentLogin(await this.sessions.setPassword(caller, session, username, new_password));
  }
}

import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';
import { Anonymous, AnonymousCaller, Caller, PasswordLogin } from '../../auth/access.decorators.js';
import { PasswordChangeService } from '../../auth/password-change.service.js';
import { PasswordResetService } from '../../auth/password-reset.service.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import type { AnonymousActor, UserActor } from '../../common/actor.js';
import type { PasswordPrincipal } from '../../common/principal.js';
import { ValidBody } from '../http/valid-body.js';
import { AccessTokensDto, ChallengeDto, LoginTokensDto } from './dto/responses.dto.js';
import * as dto from './dto/requests.dto.js';
import { DescribeCall } from './v1.openapi.js';
import { presentAccessTokens, presentLogin, presentLoginTokens } from './v1.presenter.js';

@ApiTags('v1')
@ApiExtraModels(LoginTokensDto, ChallengeDto)
@Controller('v1')
export class V1Controller {
  constructor(
    private readonly sessions: SessionsService,
    private readonly resets: PasswordResetService,
    private readonly changes: PasswordChangeService,
  ) {}

  @Post('login')
  @HttpCode(200)
  @PasswordLogin(dto.LoginDto, { temporaryToo: true })
  @DescribeCall('Log in, or be told to set a new password first', dto.LoginDto, [LoginTokensDto, ChallengeDto])
  async logIn(@Caller() caller: UserActor<PasswordPrincipal>): Promise<LoginTokensDto | ChallengeDto> {
    return presentLogin(await this.sessions.logIn(caller));
  }

  @Post('token-refresh')
  @HttpCode(200)
  @Anonymous()
  @DescribeCall('Get another access and id token', dto.TokenRefreshDto, [AccessTokensDto], 429)
  async refresh(
    @AnonymousCaller() caller: AnonymousActor,
    @ValidBody() { refresh_token, username }: dto.TokenRefreshDto,
  ): Promise<AccessTokensDto> {
    return presentAccessTokens(await this.sessions.refresh(caller, refresh_token, username));
  }

  @Post('token-revoke')
  @HttpCode(204)
  @Anonymous()
  @DescribeCall('End a session with all its tokens', dto.TokenRevokeDto)
  async revoke(
    @AnonymousCaller() caller: AnonymousActor,
    @ValidBody() { refresh_token }: dto.TokenRevokeDto,
  ): Promise<void> {
    await this.sessions.revoke(caller, refresh_token);
  }

  @Post('forgot-password')
  @HttpCode(204)
  @Anonymous()
  @DescribeCall('Have a confirmation code sent by mail', dto.ForgotPasswordDto, [], 429)
  async forgotPassword(
    @AnonymousCaller() caller: AnonymousActor,
    @ValidBody() { username }: dto.ForgotPasswordDto,
  ): Promise<void> {
    await this.resets.requestCode(caller, username);
  }

  @Post('forgot-password-confirm')
  @HttpCode(204)
  @Anonymous()
  @DescribeCall('Set a new password with a confirmation code', dto.ForgotPasswordConfirmDto, [], 429)
  async confirmPassword(
    @AnonymousCaller() caller: AnonymousActor,
    @ValidBody() body: dto.ForgotPasswordConfirmDto,
  ): Promise<void> {
    await this.resets.confirm(caller, body.username, body.confirmation_code, body.password);
  }

  @Post('change-password')
  @HttpCode(204)
  @Anonymous()
  @DescribeCall('Change the password; all logins end but this one', dto.ChangePasswordDto)
  async changePassword(
    @AnonymousCaller() caller: AnonymousActor,
    @ValidBody() body: dto.ChangePasswordDto,
  ): Promise<void> {
    const { access_token, previous_password, proposed_password } = body;
    const change = { accessToken: access_token, previousPassword: previous_password, newPassword: proposed_password };
    await this.changes.change(caller, change);
  }

  @Post('new-password-required')
  @HttpCode(200)
  @Anonymous()
  @DescribeCall('Answer NEW_PASSWORD_REQUIRED and log in', dto.NewPasswordRequiredDto, [LoginTokensDto])
  async setNewPassword(
    @AnonymousCaller() caller: AnonymousActor,
    @ValidBody() body: dto.NewPasswordRequiredDto,
  ): Promise<LoginTokensDto> {
    const { session, username, new_password } = body;
    return presentLoginTokens(await this.sessions.answerChallenge(caller, session, username, new_password));
  }
}

import { Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';
import { Anonymous, Caller, PasswordLogin } from '../../auth/access.decorators.js';
import { PasswordChangeService } from '../../auth/password-change.service.js';
import { PasswordResetService } from '../../auth/password-reset.service.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import type { Principal } from '../../common/principal.js';
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
  async logIn(@Caller() caller: Principal): Promise<LoginTokensDto | ChallengeDto> {
    return presentLogin(await this.sessions.logIn(caller));
  }

  @Post('token-refresh')
  @HttpCode(200)
  @Anonymous()
  @DescribeCall('Get another access and id token', dto.TokenRefreshDto, [AccessTokensDto], 429)
  async refresh(@ValidBody() { refresh_token, username }: dto.TokenRefreshDto): Promise<AccessTokensDto> {
    return presentAccessTokens(await this.sessions.refresh(refresh_token, username));
  }

  @Post('token-revoke')
  @HttpCode(204)
  @Anonymous()
  @DescribeCall('End a session with all its tokens', dto.TokenRevokeDto)
  async revoke(@ValidBody() { refresh_token }: dto.TokenRevokeDto): Promise<void> {
    await this.sessions.revoke(refresh_token);
  }

  @Post('forgot-password')
  @HttpCode(204)
  @Anonymous()
  @DescribeCall('Have a confirmation code sent by mail', dto.ForgotPasswordDto, [], 429)
  async forgotPassword(@ValidBody() { username }: dto.ForgotPasswordDto): Promise<void> {
    await this.resets.sendCode(username);
  }

  @Post('forgot-password-confirm')
  @HttpCode(204)
  @Anonymous()
  @DescribeCall('Set a new password with a confirmation code', dto.ForgotPasswordConfirmDto, [], 429)
  async confirmPassword(@ValidBody() body: dto.ForgotPasswordConfirmDto): Promise<void> {
    await this.resets.confirm(body.username, body.confirmation_code, body.password);
  }

  @Post('change-password')
  @HttpCode(204)
  @Anonymous()
  @DescribeCall('Change the password; all logins end but this one', dto.ChangePasswordDto)
  async changePassword(@ValidBody() body: dto.ChangePasswordDto, @Ip() address: string): Promise<void> {
    const { access_token, previous_password, proposed_password } = body;
    const change = { accessToken: access_token, previousPassword: previous_password, newPassword: proposed_password };
    await this.changes.change(change, address);
  }

  @Post('new-password-required')
  @HttpCode(200)
  @Anonymous()
  @DescribeCall('Answer NEW_PASSWORD_REQUIRED and log in', dto.NewPasswordRequiredDto, [LoginTokensDto])
  async setNewPassword(@ValidBody() body: dto.NewPasswordRequiredDto): Promise<LoginTokensDto> {
    const { session, username, new_password } = body;
    return presentLoginTokens(await this.sessions.answerChallenge(session, username, new_password));
  }
}

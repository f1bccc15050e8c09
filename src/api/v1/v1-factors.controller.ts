import { Controller, Post } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Anonymous, AnonymousCaller } from '../../auth/access.decorators.js';
import { FactorLoginService } from '../../auth/factor-login.service.js';
import { FactorSetupService } from '../../auth/factor-setup.service.js';
import type { AnonymousActor } from '../../common/actor.js';
import { ValidBody } from '../http/valid-body.js';
import { Responses } from '../openapi/responses.js';
import {
  AssociateSoftwareTokenDto,
  FactorLoginResponseDto,
  RespondToAuthChallengeDto,
  SoftwareTokenResponseDto,
  SoftwareTokenVerifiedResponseDto,
  VerifySoftwareTokenDto,
} from './dto/factors.dto.js';
import { codeOf, credentialOf } from './factor-request.js';
import { presentFactorLogin, presentSetup, presentVerified } from './v1-factors.presenter.js';

/** The second factor, by the names of Amazon Cognito. */
@ApiTags('v1')
@ApiConsumes('application/json', 'application/x-www-form-urlencoded')
@Controller('v1')
@Anonymous()
export class V1FactorsController {
  constructor(
    private readonly setup: FactorSetupService,
    private readonly logins: FactorLoginService,
  ) {}

  @Post('associate-software-token')
  @ApiOperation({ operationId: 'associateSoftwareToken', summary: 'Begin to set up an authenticator app' })
  @Responses(
    { 200: SoftwareTokenResponseDto },
    'session_invalid',
    'token_invalid',
    'reauthentication_required',
    'overloaded',
  )
  async associate(
    @AnonymousCaller() caller: AnonymousActor,
    @ValidBody() body: AssociateSoftwareTokenDto,
  ): Promise<SoftwareTokenResponseDto> {
    return presentSetup(await this.setup.begin(caller, credentialOf(body)));
  }

  @Post('verify-software-token')
  @ApiOperation({
    operationId: 'verifySoftwareToken',
    summary: 'Confirm the authenticator app by its first code; from then on each login needs one',
  })
  @Responses(
    { 200: SoftwareTokenVerifiedResponseDto },
    'confirmation_code_invalid',
    'session_invalid',
    'token_invalid',
    'reauthentication_required',
    'overloaded',
  )
  async verify(
    @AnonymousCaller() caller: AnonymousActor,
    @ValidBody() body: VerifySoftwareTokenDto,
  ): Promise<SoftwareTokenVerifiedResponseDto> {
    const first = { code: body.user_code, deviceName: body.friendly_device_name ?? null };
    return presentVerified(await this.setup.confirm(caller, credentialOf(body), first));
  }

  @Post('respond-to-auth-challenge')
  @ApiOperation({ operationId: 'respondToAuthChallenge', summary: 'Log in by the code that a login asks for' })
  @Responses(
    { 200: FactorLoginResponseDto },
    'confirmation_code_invalid',
    'session_invalid',
    'credentials_invalid',
    'token_limit_reached',
  )
  async respond(
    @AnonymousCaller() caller: AnonymousActor,
    @ValidBody() body: RespondToAuthChallengeDto,
  ): Promise<FactorLoginResponseDto> {
    return presentFactorLogin(
      body.challenge_name === 'MFA_SETUP'
        ? await this.logins.finishSetup(caller, body)
        : await this.logins.respond(caller, body, codeOf(body)),
    );
  }
}

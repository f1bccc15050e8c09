import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches, ValidateIf } from 'class-validator';
import { LoginTokensResponseDto } from './responses.dto.js';
import { both, Short, Token, TOKEN, USERNAME } from './requests.dto.js';

const FACTOR_CHALLENGES = ['SOFTWARE_TOKEN_MFA', 'MFA_SETUP'] as const;
const MAX_NAME = 100;

/** The field may be absent, but not null. */
function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_: object, value: unknown) => value !== undefined);
}

function SixDigits(): PropertyDecorator {
  return both(IsString(), Matches(/^\d{6}$/, { message: '$property must be six digits' }));
}

export class AssociateSoftwareTokenDto {
  @ApiPropertyOptional({
    ...TOKEN,
    example: '(access_token of logIn)',
    description: 'Of a login within the last 15 minutes; this or `session`.',
  })
  @MayBeAbsent()
  @Token()
  access_token?: string;

  @ApiPropertyOptional({ ...TOKEN, description: 'Of the challenge `MFA_SETUP`; this or `access_token`.' })
  @MayBeAbsent()
  @Token()
  session?: string;
}

export class VerifySoftwareTokenDto extends AssociateSoftwareTokenDto {
  @ApiProperty({ example: '(code of the app)', description: 'Six digits, of the authenticator app.' })
  @SixDigits()
  user_code: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: MAX_NAME, example: 'My phone' })
  @MayBeAbsent()
  @IsString()
  @Length(1, MAX_NAME)
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u, { message: '$property must hold no control characters' })
  friendly_device_name?: string;
}

export class RespondToAuthChallengeDto {
  @ApiProperty({ enum: FACTOR_CHALLENGES, example: 'SOFTWARE_TOKEN_MFA' })
  @IsIn(FACTOR_CHALLENGES)
  challenge_name: (typeof FACTOR_CHALLENGES)[number];

  @ApiProperty({
    ...TOKEN,
    example: '(session of logIn)',
    description: 'Of the challenge; for `MFA_SETUP`, of `/v1/verify-software-token`.',
  })
  @Token()
  session: string;

  @ApiProperty(USERNAME)
  @Short()
  username: string;

  @ApiPropertyOptional({
    example: '(code of the app)',
    description: 'For `SOFTWARE_TOKEN_MFA`: six digits, of the authenticator app; this or `recovery_code`.',
  })
  @MayBeAbsent()
  @SixDigits()
  software_token_mfa_code?: string;

  @ApiPropertyOptional({
    minLength: 1,
    maxLength: 255,
    description: 'For `SOFTWARE_TOKEN_MFA`: one of the recovery codes, for users without their app.',
  })
  @MayBeAbsent()
  @Short()
  recovery_code?: string;
}

const NEXT_SESSION = { description: 'For the next call, where this one had a session: valid once.' };

export class SoftwareTokenResponseDto {
  @ApiProperty({ description: 'The key for the authenticator app, in base32; told this once.' })
  secret_code: string;

  @ApiPropertyOptional(NEXT_SESSION)
  session?: string;

  @ApiProperty({ description: 'The same for a QR code.' })
  otpauth_uri: string;
}

export class SoftwareTokenVerifiedResponseDto {
  @ApiProperty({ enum: ['SUCCESS'] })
  status: 'SUCCESS';

  @ApiPropertyOptional({ description: 'For `MFA_SETUP` of `/v1/respond-to-auth-challenge`, where this call had one.' })
  session?: string;

  @ApiProperty({ type: [String], description: 'Each logs in once without the app; told this once.' })
  recovery_codes: string[];
}

export class FactorLoginResponseDto extends LoginTokensResponseDto {
  @ApiPropertyOptional({ description: 'In the place of the recovery code that was used, if one was; told this once.' })
  recovery_code?: string;
}

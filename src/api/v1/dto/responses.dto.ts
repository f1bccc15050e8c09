import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class AccessTokensResponseDto {
  @ApiProperty({ description: 'A JWT with `token_use` `id` that says who logged in, and when.' })
  id_token: string;

  @ApiProperty({ description: 'A JWT with `token_use` `access`, to be sent as a Bearer token.' })
  access_token: string;

  @ApiProperty({ type: 'integer', description: 'The lifetime of the access token in seconds.', example: 86_400 })
  expires_in: number;
}

export class LoginTokensResponseDto extends AccessTokensResponseDto {
  @ApiProperty({ description: 'Opaque; valid for 90 days.' })
  refresh_token: string;
}

const CHALLENGE_NAMES = ['NEW_PASSWORD_REQUIRED', 'SOFTWARE_TOKEN_MFA', 'MFA_SETUP'] as const;

export type ChallengeName = (typeof CHALLENGE_NAMES)[number];

export class ChallengeResponseDto {
  @ApiProperty({ enum: CHALLENGE_NAMES })
  challenge_name: ChallengeName;

  @ApiProperty({
    description:
      'For `/v1/new-password-required`, `/v1/respond-to-auth-challenge` or `/v1/associate-software-token`, by the name ' +
      'of the challenge: valid once, for 15 minutes.',
  })
  session: string;
}

export class V1ErrorResponseDto {
  @ApiProperty({ example: 'Unauthorized.' })
  message: string;

  @ApiProperty({ type: 'integer', example: 401 })
  status: number;

  @ApiPropertyOptional({ description: 'After a wrong code, for the next try while there is one.' })
  session?: string;
}

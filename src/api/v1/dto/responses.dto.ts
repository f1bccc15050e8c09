import { ApiProperty } from '@nestjs/swagger';

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

export class ChallengeResponseDto {
  @ApiProperty({ enum: ['NEW_PASSWORD_REQUIRED'] })
  challenge_name: 'NEW_PASSWORD_REQUIRED';

  @ApiProperty({ description: 'For `/v1/new-password-required`: valid once, for 15 minutes.' })
  session: string;
}

export class V1ErrorResponseDto {
  @ApiProperty({ example: 'Unauthorized.' })
  message: string;

  @ApiProperty({ type: 'integer', example: 401 })
  status: number;
}

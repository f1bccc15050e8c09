import { ApiProperty } from '@nestjs/swagger';

export class TokenGeneratedDto {
  @ApiProperty({ example: 'Token generated' })
  message: string;

  @ApiProperty({ format: 'uuid' })
  jwt_token_id: string;

  @ApiProperty({ description: 'A JWT signed with ES256, shown here and never again.' })
  jwt_token: string;

  @ApiProperty({ example: 'Token specter' })
  jwt_token_description: string;

  @ApiProperty({ example: 21_600, description: 'In seconds.' })
  jwt_token_life: number;
}

interface ListedToken {
  readonly jwt_token_description: string;
  readonly jwt_token_life: number;
  readonly jwt_token_remaining_life: number;
}

export class TokenListDto {
  @ApiProperty({ example: 'Tokens exists' })
  message: string;

  @ApiProperty({
    description: 'By id.',
    type: 'object',
    additionalProperties: {
      type: 'object',
      required: ['jwt_token_description', 'jwt_token_life', 'jwt_token_remaining_life'],
      properties: {
        jwt_token_description: { type: 'string', example: 'Token alpha' },
        jwt_token_life: { type: 'number', example: 360 },
        jwt_token_remaining_life: { type: 'number', example: 232.195 },
      },
    },
  })
  jwt_tokens: Record<string, ListedToken>;
}

export class TokenDetailsDto {
  @ApiProperty({ example: 'Tokens exists' })
  message: string;

  @ApiProperty({ example: 'Token alpha' })
  jwt_token_description: string;

  @ApiProperty({ example: 360, description: 'In seconds.' })
  jwt_token_life: number;

  @ApiProperty({ example: 232.195, description: 'In seconds; 0 once expired.' })
  jwt_token_life_remaining: number;

  @ApiProperty({ enum: ['Valid', 'Expired'] })
  expiry_status: 'Valid' | 'Expired';
}

export class TokenMessageDto {
  @ApiProperty({ example: 'Token deleted' })
  message: string;
}

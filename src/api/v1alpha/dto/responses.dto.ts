import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';

const DESCRIPTION = { example: 'Token alpha' };
const LIFETIME = { example: 360, description: 'In seconds.' };
const REMAINING = { minimum: 0, example: 232.195, description: 'In seconds; 0 once expired.' };

export class NamedTokenIssuedResponseDto {
  @ApiProperty({ enum: ['Token generated'] })
  message: string;

  @ApiProperty({ format: 'uuid' })
  jwt_token_id: string;

  @ApiProperty({ description: 'A JWT signed with ES256, shown here and never again.' })
  jwt_token: string;

  @ApiProperty({ example: 'Token specter' })
  jwt_token_description: string;

  @ApiProperty({ ...LIFETIME, example: 21_600 })
  jwt_token_life: number;
}

export class ListedNamedTokenResponseDto {
  @ApiProperty(DESCRIPTION)
  jwt_token_description: string;

  @ApiProperty(LIFETIME)
  jwt_token_life: number;

  @ApiProperty(REMAINING)
  jwt_token_remaining_life: number;
}

@ApiExtraModels(ListedNamedTokenResponseDto)
export class NamedTokenListResponseDto {
  @ApiProperty({ enum: ['Tokens exists'] })
  message: string;

  @ApiProperty({
    description: 'By id.',
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(ListedNamedTokenResponseDto) },
  })
  jwt_tokens: Record<string, ListedNamedTokenResponseDto>;
}

export class NamedTokenResponseDto {
  @ApiProperty({ enum: ['Tokens exists'] })
  message: string;

  @ApiProperty(DESCRIPTION)
  jwt_token_description: string;

  @ApiProperty(LIFETIME)
  jwt_token_life: number;

  @ApiProperty(REMAINING)
  jwt_token_life_remaining: number;

  @ApiProperty({ enum: ['Valid', 'Expired'] })
  expiry_status: 'Valid' | 'Expired';
}

export class NamedTokenDeletedResponseDto {
  @ApiProperty({ enum: ['Token deleted'] })
  message: string;
}

export class V1alphaErrorResponseDto {
  @ApiProperty({ example: 'Token does not exist, make sure to enter correct token id' })
  message: string;
}

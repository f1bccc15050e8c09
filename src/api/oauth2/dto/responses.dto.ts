import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TOKEN_ROLES } from '../../../common/roles.js';
import { TOKEN_KINDS, type TokenKind } from '../../../common/token-kind.js';

/** RFC 7662, section 2.2. Of a token that is not active there is `active` alone. */
export class IntrospectionResponseDto {
  @ApiProperty()
  active: boolean;

  @ApiPropertyOptional({ description: 'The id of the user.', example: '2' })
  sub?: string;

  @ApiPropertyOptional({ example: 'denis' })
  username?: string;

  @ApiPropertyOptional({ enum: TOKEN_ROLES, description: 'The role that the user has now; `none` of a context token.' })
  role?: (typeof TOKEN_ROLES)[number];

  @ApiPropertyOptional({ type: 'integer', example: 1_772_366_400 })
  iat?: number;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'Absent where the token lives until it is revoked.',
    example: 1_772_452_800,
  })
  exp?: number;

  @ApiPropertyOptional({ format: 'uuid' })
  jti?: string;

  @ApiPropertyOptional({ example: 'https://tokens.example.com' })
  iss?: string;

  @ApiPropertyOptional({
    enum: ['Bearer', 'N_A'],
    description: '`N_A` (RFC 8693, section 2.2.1): active, but not to be accepted by a service.',
  })
  token_type?: 'Bearer' | 'N_A';

  @ApiPropertyOptional({ enum: TOKEN_KINDS })
  token_kind?: TokenKind;

  @ApiPropertyOptional({ description: 'The application that it was issued to, where there is one.' })
  client_id?: string;

  @ApiPropertyOptional({ description: 'The contexts of a context token, with spaces between.' })
  scope?: string;
}

export class OAuthErrorResponseDto {
  @ApiProperty({ example: 'invalid_client' })
  error: string;

  @ApiProperty({ example: 'Authorization header is required' })
  error_description: string;
}

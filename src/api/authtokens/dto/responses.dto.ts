import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class AuthtokenIssuedResponseDto {
  @ApiProperty({ type: 'boolean', enum: [true] })
  success: true;

  @ApiProperty({ description: '43 letters and digits.' })
  token: string;
}

export class TokenContextResponseDto {
  @ApiProperty({ example: 'AddCommentToChangeRequest' })
  name: string;

  @ApiProperty({ type: 'integer', example: 1 })
  code: number;
}

export class AuthtokenResponseDto {
  @ApiProperty({ type: [TokenContextResponseDto] })
  context: TokenContextResponseDto[];

  @ApiProperty({ type: 'integer', example: 2 })
  userId: number;

  @ApiProperty({
    description: "The user's full name, or their user name where they have none.",
    example: 'Denis Weber',
  })
  userFullName: string;

  @ApiProperty({ description: 'In clear; empty where its row was tampered with (the log says which).' })
  token: string;
}

export class AuthtokenListResponseDto {
  @ApiProperty({ type: [AuthtokenResponseDto] })
  list: AuthtokenResponseDto[];

  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    description: 'Only where `limit` was given: pass it as `after` for the next page; null on the last.',
  })
  nextCursor?: string | null;
}

export class CatalogueResponseDto {
  @ApiProperty({ type: [TokenContextResponseDto] })
  list: TokenContextResponseDto[];
}

export class AuthtokensErrorResponseDto {
  @ApiProperty({ type: 'boolean', enum: [false] })
  success: false;

  @ApiProperty({ example: 'Unknown token' })
  message: string;
}

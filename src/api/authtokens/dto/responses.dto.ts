import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class AuthtokenCreatedDto {
  @ApiProperty({ example: true })
  success: boolean;

  @ApiProperty({ description: '43 letters and digits.' })
  token: string;
}

export class TokenContextDto {
  @ApiProperty({ example: 'AddCommentToChangeRequest' })
  name: string;

  @ApiProperty({ example: 1 })
  code: number;
}

export class AuthtokenDto {
  @ApiProperty({ type: [TokenContextDto] })
  context: TokenContextDto[];

  @ApiProperty({ example: 21 })
  userId: number;

  @ApiProperty({ description: "The user's full name, or his user name where he has none.", example: 'Denis Weber' })
  userFullName: string;

  @ApiProperty({ description: 'In clear; empty where its row was tampered with (the log says which).' })
  token: string;
}

export class AuthtokenListDto {
  @ApiProperty({ type: [AuthtokenDto] })
  list: AuthtokenDto[];

  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    description: 'Only where `limit` was given: pass it as `after` for the next page; null on the last.',
  })
  nextCursor?: string | null;
}

export class CatalogueEntryDto {
  @ApiProperty({ example: 1 })
  code: number;

  @ApiProperty({ example: 'AddCommentToChangeRequest' })
  name: string;
}

export class CatalogueDto {
  @ApiProperty({ type: [CatalogueEntryDto] })
  list: CatalogueEntryDto[];
}

export class AuthtokensErrorDto {
  @ApiProperty({ example: false })
  success: boolean;

  @ApiProperty({ example: 'Unknown token' })
  message: string;
}

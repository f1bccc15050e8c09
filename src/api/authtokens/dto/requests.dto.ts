import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const MAX_ID = 2 ** 31 - 1;
const MAX_CONTEXTS = 1_000;
const MAX_NAME = 100;

/** The contexts of a token, by name, by code, or both: united, duplicates folded. Null means absent. */
class ContextsDto {
  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string', maxLength: MAX_NAME },
    maxItems: MAX_CONTEXTS,
    nullable: true,
    example: ['AddCommentToChangeRequest'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_CONTEXTS)
  @IsString({ each: true })
  @MaxLength(MAX_NAME, { each: true })
  context?: string[] | null;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'integer' },
    maxItems: MAX_CONTEXTS,
    nullable: true,
    example: [1, 2],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_CONTEXTS)
  @IsInt({ each: true })
  contextAsCodesArray?: number[] | null;
}

export class CreateAuthtokenDto extends ContextsDto {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: MAX_ID,
    example: 2,
    description: "The caller's own, unless they are an admin.",
  })
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  userId: number;
}

/** What is absent or null stays as it is. */
export class UpdateAuthtokenDto extends ContextsDto {
  @ApiProperty({ description: 'The existing token, whose text stays.', example: '(token of createContextToken)' })
  @IsString()
  token: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MAX_ID, nullable: true, example: 2 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  userId?: number | null;
}

export class RevokeAuthtokenDto {
  @ApiProperty({ description: 'The existing token.', example: '(token of createContextToken)' })
  @IsString()
  token: string;
}

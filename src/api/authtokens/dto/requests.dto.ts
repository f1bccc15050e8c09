import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const MAX_ID = 2 ** 31 - 1;
const MAX_CONTEXTS = 1_000;
const MAX_NAME = 100;

/** The contexts of a token, by name, by code, or both: united, duplicates folded. Null is as good as absent. */
class ContextsDto {
  @ApiPropertyOptional({ type: [String], example: ['AddCommentToChangeRequest'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_CONTEXTS)
  @IsString({ each: true })
  @MaxLength(MAX_NAME, { each: true })
  context?: string[] | null;

  @ApiPropertyOptional({ type: [Number], example: [1, 2] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_CONTEXTS)
  @IsInt({ each: true })
  contextAsCodesArray?: number[] | null;
}

export class CreateAuthtokenDto extends ContextsDto {
  @ApiProperty({ example: 21, description: 'The caller himself, unless he is an admin.' })
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  userId: number;
}

/** What is absent or null stays as it is. */
export class UpdateAuthtokenDto extends ContextsDto {
  @ApiProperty({ description: 'The existing token, whose text stays.' })
  @IsString()
  token: string;

  @ApiPropertyOptional({ example: 21 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  userId?: number | null;
}

export class RevokeAuthtokenDto {
  @ApiProperty({ description: 'The existing token.' })
  @IsString()
  token: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { CONTEXT_NAME, MAX_CONTEXT_CODE } from '../../../contexts/context-name.js';
import { IsPlainText, MayBeAbsent } from './rules.js';

const NAME_RULE = {
  message: 'name must be 1 to 100 letters, digits, dots, underscores, hyphens and colons',
};

export class CreateContextDto {
  @ApiProperty({ type: 'integer', example: 3, minimum: 1, maximum: MAX_CONTEXT_CODE })
  @IsInt()
  @Min(1)
  @Max(MAX_CONTEXT_CODE)
  code: number;

  @ApiProperty({ example: 'CloseChangeRequest', minLength: 1, maxLength: 100 })
  @IsString()
  @Matches(CONTEXT_NAME, NAME_RULE)
  name: string;

  @ApiPropertyOptional({ type: 'string', nullable: true, maxLength: 1000, example: 'Close a change request' })
  @IsOptional()
  @IsString()
  @Length(0, 1000)
  @IsPlainText()
  description?: string | null;
}

/** What is absent stays as it is; null empties a description. */
export class UpdateContextDto {
  @ApiPropertyOptional({ example: 'CloseChangeRequest', minLength: 1, maxLength: 100 })
  @MayBeAbsent()
  @IsString()
  @Matches(CONTEXT_NAME, NAME_RULE)
  name?: string;

  @ApiPropertyOptional({ type: 'string', nullable: true, maxLength: 1000, example: 'Close a change request' })
  @IsOptional()
  @IsString()
  @Length(0, 1000)
  @IsPlainText()
  description?: string | null;
}

export class ContextResponseDto {
  @ApiProperty({ type: 'integer', example: 3 })
  code: number;

  @ApiProperty({ example: 'CloseChangeRequest' })
  name: string;

  @ApiProperty({ type: 'string', nullable: true })
  description: string | null;
}

export class ContextListResponseDto {
  @ApiProperty({ type: [ContextResponseDto], description: 'In the order of their codes.' })
  contexts: ContextResponseDto[];
}

const ALLOWED = {
  type: 'array',
  items: { type: 'string' },
  nullable: true,
  example: ['AddCommentToChangeRequest'],
  description: 'The names of the contexts that the user may have; null for all.',
} as const;

export class AllowedContextsDto {
  @ApiProperty({ ...ALLOWED, maxItems: 1000 })
  @ValidateIf((_, value) => value !== null)
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  allowed: string[] | null;
}

export class AllowedContextsResponseDto {
  @ApiProperty(ALLOWED)
  allowed: string[] | null;
}

class HolderUserResponseDto {
  @ApiProperty({ type: 'integer', example: 2 })
  id: number;

  @ApiProperty({ example: 'denis' })
  username: string;
}

class HolderTokenResponseDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  issuedAt: string;
}

export class ContextHolderResponseDto {
  @ApiProperty()
  user: HolderUserResponseDto;

  @ApiProperty({
    type: [HolderTokenResponseDto],
    description: 'The newest 100 of their active tokens, the newest first',
  })
  tokens: HolderTokenResponseDto[];

  @ApiProperty({ description: 'Whether there are older ones.' })
  hasMoreTokens: boolean;
}

export class ContextHolderPageResponseDto {
  @ApiProperty({ type: [ContextHolderResponseDto], description: 'In the order of the ids of the users.' })
  items: ContextHolderResponseDto[];

  @ApiProperty({ type: String, nullable: true, description: 'The `after` of the next page; null on the last' })
  next: string | null;
}

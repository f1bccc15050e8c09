import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
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

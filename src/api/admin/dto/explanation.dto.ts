import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { CHECKS, type CheckName } from '../../../tokens/explanation/explanation.js';

export class ExplainTokenDto {
  @ApiProperty({
    minLength: 1,
    maxLength: 16_384,
    description: 'Any text; it is logged nowhere.',
    example: 'not-a-token',
  })
  @IsString()
  @Length(1, 16_384)
  token: string;
}

export class CheckResponseDto {
  @ApiProperty({ enum: CHECKS })
  check: CheckName;

  @ApiProperty({ description: 'Where it is false, this keeps the token from being accepted.' })
  ok: boolean;

  @ApiProperty({ description: 'For people.', example: 'Revoked at 2026-01-31T08:00:00.000Z' })
  detail: string;
}

export class ExplanationResponseDto {
  @ApiProperty({ enum: ['active', 'refused'], description: 'What introspection says' })
  verdict: 'active' | 'refused';

  @ApiProperty({ type: [CheckResponseDto], description: 'Each check that can be made of the text' })
  checks: CheckResponseDto[];
}

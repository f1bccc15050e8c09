import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ERROR_CODES, type ErrorCode } from '../../common/app-error.js';

export class ProblemFieldDto {
  @ApiProperty({ example: 'username' })
  field: string;

  @ApiProperty({ example: 'username must be a string' })
  message: string;
}

/** RFC 9457. */
export class ProblemDto {
  @ApiProperty({
    enum: ['about:blank', 'reauthentication-required'],
    description: 'For pages that ask for the password again; every other problem has none of its own: `code` names it.',
  })
  type: 'about:blank' | 'reauthentication-required';

  @ApiProperty({ description: "The status's reason phrase.", example: 'Not Found' })
  title: string;

  @ApiProperty({ type: 'integer', minimum: 400, maximum: 599, example: 404 })
  status: number;

  @ApiProperty({ description: 'For people.', example: 'There is no user of this id' })
  detail: string;

  @ApiProperty({ enum: ERROR_CODES, enumName: 'ErrorCode', description: 'For programs.', example: 'user_not_found' })
  code: ErrorCode;

  @ApiPropertyOptional({ type: [ProblemFieldDto], description: 'What is wrong with which field or parameter.' })
  fields?: ProblemFieldDto[];

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Of `context_in_use`: how many tokens name it.' })
  tokens?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: 'Of `match_changed`: how many tokens match.' })
  matched?: number;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

class DatabaseCheckResponseDto {
  @ApiProperty({ enum: ['ok', 'unreachable'] })
  status: 'ok' | 'unreachable';

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: 'How long it took to respond, in milliseconds',
    example: 1,
  })
  responseMs?: number;
}

class ChangeFeedCheckResponseDto {
  @ApiProperty({ enum: ['ok', 'stale'], description: 'Where it is stale, no token is accepted' })
  status: 'ok' | 'stale';

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Milliseconds since revocations were last read from the database',
    example: 87,
  })
  ageMs: number;
}

class ReadinessChecksResponseDto {
  @ApiProperty()
  database: DatabaseCheckResponseDto;

  @ApiProperty()
  changeFeed: ChangeFeedCheckResponseDto;
}

export class ReadinessResponseDto {
  @ApiProperty({ enum: ['ok', 'unavailable', 'shutting_down'] })
  status: 'ok' | 'unavailable' | 'shutting_down';

  @ApiProperty()
  checks: ReadinessChecksResponseDto;

  @ApiPropertyOptional({ type: [String], description: 'What an operator should mend, if anything' })
  warnings?: string[];
}

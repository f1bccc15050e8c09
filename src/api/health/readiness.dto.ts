import { ApiProperty } from '@nestjs/swagger';

class DatabaseCheckDto {
  @ApiProperty({ enum: ['ok', 'unreachable'] })
  status: 'ok' | 'unreachable';

  @ApiProperty({ required: false, description: 'How long it took to respond, in milliseconds', example: 1 })
  responseMs?: number;
}

class ChangeFeedCheckDto {
  @ApiProperty({ enum: ['ok', 'stale'], description: 'Where it is stale, no token is accepted' })
  status: 'ok' | 'stale';

  @ApiProperty({ description: 'Milliseconds since revocations were last read from the database', example: 87 })
  ageMs: number;
}

class ReadinessChecksDto {
  @ApiProperty()
  database: DatabaseCheckDto;

  @ApiProperty()
  changeFeed: ChangeFeedCheckDto;
}

export class ReadinessDto {
  @ApiProperty({ enum: ['ok', 'unavailable', 'shutting_down'] })
  status: 'ok' | 'unavailable' | 'shutting_down';

  @ApiProperty()
  checks: ReadinessChecksDto;

  @ApiProperty({ required: false, type: [String], description: 'What an operator should mend, if anything' })
  warnings?: string[];
}

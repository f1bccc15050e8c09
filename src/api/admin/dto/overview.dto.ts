import { ApiProperty } from '@nestjs/swagger';
import { TOKEN_KINDS, type TokenKind } from '../../../common/token-kind.js';
import { ATTENTION_CODES, type Attention } from '../../../overview/attention.js';

const COUNT = { type: 'integer', minimum: 0 } as const;

class UserCountsResponseDto {
  @ApiProperty(COUNT)
  enabled: number;

  @ApiProperty(COUNT)
  disabled: number;
}

class LiveCountsResponseDto {
  @ApiProperty({ format: 'date-time', description: 'When they were counted: every five minutes' })
  asOf: string;

  @ApiProperty({
    type: 'object',
    description: 'The active ones, by kind. An active refresh token is an open session.',
    required: TOKEN_KINDS,
    selfRequired: true,
    properties: Object.fromEntries(TOKEN_KINDS.map((kind) => [kind, COUNT])),
    additionalProperties: false,
  })
  tokens: Readonly<Record<TokenKind, number>>;

  @ApiProperty()
  users: UserCountsResponseDto;
}

class ActivityHourResponseDto {
  @ApiProperty({ format: 'date-time', description: 'When it began' })
  hour: string;

  @ApiProperty(COUNT)
  logins: number;

  @ApiProperty({ ...COUNT, description: 'Refused passwords, those of Basic too' })
  refusedLogins: number;

  @ApiProperty({ ...COUNT, description: 'Tokens that this service accepted; local verifiers are not counted' })
  verifications: number;

  @ApiProperty({ ...COUNT, description: 'Tokens that this service refused' })
  refusedVerifications: number;

  @ApiProperty({ ...COUNT, description: 'Tokens that were revoked' })
  revocations: number;
}

class AttentionResponseDto {
  @ApiProperty({ enum: ATTENTION_CODES })
  code: Attention['code'];

  @ApiProperty({ description: 'For people.', example: 'The current key has signed for 91 days' })
  message: string;
}

export class OverviewResponseDto {
  @ApiProperty({ type: LiveCountsResponseDto, nullable: true, description: 'Null where nothing has been counted yet' })
  counts: LiveCountsResponseDto | null;

  @ApiProperty({
    type: [ActivityHourResponseDto],
    description: 'The last 24, the oldest first. Of other instances, what they did up to five seconds ago.',
  })
  hours: ActivityHourResponseDto[];

  @ApiProperty({ type: [AttentionResponseDto], description: 'What an operator should mend' })
  attention: AttentionResponseDto[];
}

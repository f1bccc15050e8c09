import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { SETTINGS, type SettingName } from '../../../settings/settings.js';

/** What a setting may be, and what it is where nobody has changed it. */
export interface SettingRange {
  readonly min: number;
  readonly max: number;
  readonly default: number | null;
}

const DESCRIPTIONS: Readonly<Record<SettingName, string>> = {
  api2TokenSeconds: 'The lifetime of login tokens that api2 issues from now on.',
  v1AccessTokenSeconds: 'The lifetime of access and id tokens that v1 issues from now on.',
  maxTokensPerUser:
    'How many active tokens of each kind a user may have; who has more keeps them, and is issued no others.',
  auditRetentionDays:
    'After so many days the events of a month are dropped from the audit log; null keeps them for ever.',
  endedTokenRetentionDays: 'For so many days tokens and sessions are listed after they ended.',
};

function schemaOf(name: SettingName): ApiPropertyOptions {
  const { default: byDefault, min, max } = SETTINGS[name];
  return {
    type: 'integer',
    minimum: min,
    maximum: max,
    nullable: byDefault === null,
    example: byDefault ?? max,
    description: DESCRIPTIONS[name],
  };
}

const RANGE = {
  type: 'object',
  required: ['min', 'max', 'default'],
  properties: {
    min: { type: 'integer' },
    max: { type: 'integer' },
    default: { type: 'integer', nullable: true },
  },
  additionalProperties: false,
} satisfies ApiPropertyOptions;

const RANGES: ApiPropertyOptions = {
  type: 'object',
  description: 'What each setting may be, and its default.',
  required: Object.keys(SETTINGS),
  properties: Object.fromEntries(Object.keys(SETTINGS).map((name) => [name, RANGE])),
  additionalProperties: false,
};

export class SettingsResponseDto {
  @ApiProperty(schemaOf('api2TokenSeconds'))
  api2TokenSeconds: number;

  @ApiProperty(schemaOf('v1AccessTokenSeconds'))
  v1AccessTokenSeconds: number;

  @ApiProperty(schemaOf('maxTokensPerUser'))
  maxTokensPerUser: number;

  @ApiProperty(schemaOf('auditRetentionDays'))
  auditRetentionDays: number | null;

  @ApiProperty(schemaOf('endedTokenRetentionDays'))
  endedTokenRetentionDays: number;

  @ApiProperty(RANGES)
  ranges: Readonly<Record<SettingName, SettingRange>>;
}

/** What is absent stays as it is. */
export class UpdateSettingsDto {
  @ApiPropertyOptional(schemaOf('api2TokenSeconds'))
  api2TokenSeconds?: number;

  @ApiPropertyOptional(schemaOf('v1AccessTokenSeconds'))
  v1AccessTokenSeconds?: number;

  @ApiPropertyOptional(schemaOf('maxTokensPerUser'))
  maxTokensPerUser?: number;

  @ApiPropertyOptional(schemaOf('auditRetentionDays'))
  auditRetentionDays?: number | null;

  @ApiPropertyOptional(schemaOf('endedTokenRetentionDays'))
  endedTokenRetentionDays?: number;
}

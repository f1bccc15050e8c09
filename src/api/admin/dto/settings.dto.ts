import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { SETTINGS, type SettingName } from '../../../settings/settings.js';

/** A setting as it is, and what it may be. */
export interface DescribedSetting<Value = number | null> {
  readonly value: Value;
  readonly min: number;
  readonly max: number;
  readonly default: Value;
}

function valueSchema(name: SettingName) {
  const { default: byDefault, min, max } = SETTINGS[name];
  const nullable = byDefault === null;
  return { type: 'integer', minimum: min, maximum: max, nullable, example: byDefault ?? max } as const;
}

function described(name: SettingName): ApiPropertyOptions {
  const { default: byDefault, min, max } = SETTINGS[name];
  const value = valueSchema(name);
  return {
    type: 'object',
    description: DESCRIPTIONS[name],
    required: ['value', 'min', 'max', 'default'],
    properties: {
      value,
      min: { type: 'integer', enum: [min] },
      max: { type: 'integer', enum: [max] },
      default: { type: 'integer', nullable: byDefault === null, enum: [byDefault] },
    },
    additionalProperties: false,
  };
}

function changeable(name: SettingName): ApiPropertyOptions {
  return { ...valueSchema(name), description: DESCRIPTIONS[name] };
}

const DESCRIPTIONS: Readonly<Record<SettingName, string>> = {
  api2TokenSeconds: 'The lifetime of login tokens that api2 issues from now on.',
  v1AccessTokenSeconds: 'The lifetime of access and id tokens that v1 issues from now on.',
  maxTokensPerUser:
    'How many active tokens of each kind a user may have; who has more keeps them, and is issued no others.',
  auditRetentionDays:
    'After so many days the events of a month are dropped from the audit log; null keeps them for ever.',
};

export class SettingsResponseDto {
  @ApiProperty(described('api2TokenSeconds'))
  api2TokenSeconds: DescribedSetting;

  @ApiProperty(described('v1AccessTokenSeconds'))
  v1AccessTokenSeconds: DescribedSetting;

  @ApiProperty(described('maxTokensPerUser'))
  maxTokensPerUser: DescribedSetting;

  @ApiProperty(described('auditRetentionDays'))
  auditRetentionDays: DescribedSetting;
}

/** What is absent stays as it is. */
export class UpdateSettingsDto {
  @ApiPropertyOptional(changeable('api2TokenSeconds'))
  api2TokenSeconds?: number;

  @ApiPropertyOptional(changeable('v1AccessTokenSeconds'))
  v1AccessTokenSeconds?: number;

  @ApiPropertyOptional(changeable('maxTokensPerUser'))
  maxTokensPerUser?: number;

  @ApiPropertyOptional(changeable('auditRetentionDays'))
  auditRetentionDays?: number | null;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SETTINGS, type SettingName } from '../../../settings/settings.js';

function schemaOf(name: SettingName, description: string) {
  const { default: byDefault, min, max } = SETTINGS[name];
  const nullable = byDefault === null;
  return { type: 'integer', minimum: min, maximum: max, nullable, example: byDefault ?? max, description } as const;
}

const API2_TOKEN_SECONDS = schemaOf('api2TokenSeconds', 'The lifetime of login tokens that api2 issues from now on.');
const V1_ACCESS_TOKEN_SECONDS = schemaOf(
  'v1AccessTokenSeconds',
  'The lifetime of access and id tokens that v1 issues from now on.',
);

const MAX_TOKENS_PER_USER = schemaOf(
  'maxTokensPerUser',
  'How many active tokens of each kind a user may have; who has more keeps them, and is issued no others.',
);

const AUDIT_RETENTION_DAYS = schemaOf(
  'auditRetentionDays',
  'After so many days the events of a month are dropped from the audit log; null keeps them for ever.',
);

const ENDED_TOKEN_RETENTION_DAYS = schemaOf(
  'endedTokenRetentionDays',
  'For so many days tokens and sessions are listed after they ended.',
);

export class SettingsResponseDto {
  @ApiProperty(API2_TOKEN_SECONDS)
  api2TokenSeconds: number;

  @ApiProperty(V1_ACCESS_TOKEN_SECONDS)
  v1AccessTokenSeconds: number;

  @ApiProperty(MAX_TOKENS_PER_USER)
  maxTokensPerUser: number;

  @ApiProperty(AUDIT_RETENTION_DAYS)
  auditRetentionDays: number | null;

  @ApiProperty(ENDED_TOKEN_RETENTION_DAYS)
  endedTokenRetentionDays: number;
}

/** What is absent stays as it is. */
export class UpdateSettingsDto {
  @ApiPropertyOptional(API2_TOKEN_SECONDS)
  api2TokenSeconds?: number;

  @ApiPropertyOptional(V1_ACCESS_TOKEN_SECONDS)
  v1AccessTokenSeconds?: number;

  @ApiPropertyOptional(MAX_TOKENS_PER_USER)
  maxTokensPerUser?: number;

  @ApiPropertyOptional(AUDIT_RETENTION_DAYS)
  auditRetentionDays?: number | null;

  @ApiPropertyOptional(ENDED_TOKEN_RETENTION_DAYS)
  endedTokenRetentionDays?: number;
}

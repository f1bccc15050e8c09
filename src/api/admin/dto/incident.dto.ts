import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsObject, IsString, Length, Min } from 'class-validator';
import {
  INCIDENT_ACTIONS,
  INCIDENT_STATES,
  type IncidentAction,
  type IncidentState,
} from '../../../common/incident.js';
import { TokenResponseDto } from '../../registry/token.dto.js';
import { IsPlainText, MayBeAbsent } from './rules.js';

const MATCH = {
  type: 'object',
  additionalProperties: true,
  description: 'The filters of `GET /admin/tokens`: tokens that fit all of them.',
} as const;

export class CreateIncidentDto {
  @ApiProperty({ ...MATCH, minProperties: 1, example: { kind: 'login', issuedBefore: '2026-01-31T08:00:00Z' } })
  @IsObject()
  match: Record<string, unknown>;

  @ApiProperty({ enum: INCIDENT_ACTIONS, example: 'suspend' })
  @IsIn(INCIDENT_ACTIONS)
  action: IncidentAction;

  @ApiPropertyOptional({ minLength: 1, maxLength: 500, description: 'Required without `dryRun`.' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 500)
  @IsPlainText()
  reason?: string;

  @ApiPropertyOptional({ example: true, description: 'Changes nothing, and says what would be changed.' })
  @MayBeAbsent()
  @IsBoolean()
  dryRun?: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: 'How many tokens match, as a dry run said. Required without `dryRun`; another number is refused.',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  expect?: number;
}

export class IncidentPreviewResponseDto {
  @ApiProperty({ type: 'integer', example: 1204 })
  matched: number;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, description: 'The same by kind.' })
  byKind: Record<string, number>;

  @ApiProperty({ type: 'integer', description: 'How many users they are of.' })
  users: number;

  @ApiProperty({ type: [TokenResponseDto], maxItems: 10, description: 'Some of them.' })
  sample: TokenResponseDto[];
}

export class IncidentBegunResponseDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer', example: 1204 })
  matched: number;
}

export class IncidentActorDto {
  @ApiProperty({ type: 'integer' })
  id: number;

  @ApiProperty({ description: 'As it was then.' })
  username: string;
}

export class IncidentResponseDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({
    enum: INCIDENT_STATES,
    description: 'What it does to tokens counts from its beginning; until it is `done`, lists may not show it of all.',
  })
  state: IncidentState;

  @ApiProperty({ enum: INCIDENT_ACTIONS })
  action: IncidentAction;

  @ApiProperty({ type: 'integer', description: 'How many tokens it is about.' })
  matched: number;

  @ApiProperty({ type: 'integer', description: 'Of how many of them lists show it.' })
  done: number;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  endedAt: string | null;

  @ApiProperty()
  reason: string;

  @ApiProperty({ type: IncidentActorDto })
  actor: IncidentActorDto;

  @ApiProperty(MATCH)
  match: Record<string, unknown>;

  @ApiProperty({ type: 'string', nullable: true, description: 'Of a failed one: why, for people.' })
  failure: string | null;
}

export class IncidentPageResponseDto {
  @ApiProperty({ type: [IncidentResponseDto], description: 'From the newest on.' })
  items: IncidentResponseDto[];

  @ApiProperty({ type: 'string', nullable: true, description: 'The cursor of the next page.' })
  next: string | null;
}

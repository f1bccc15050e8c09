import { ApiProperty } from '@nestjs/swagger';
import {
  EVENT_OUTCOMES,
  SECURITY_ACTIONS,
  type EventChanges,
  type EventOutcome,
  type SecurityAction,
} from '../../../common/security-event.js';

export class AuditActorResponseDto {
  @ApiProperty({ enum: ['user', 'anonymous', 'system'] })
  type: 'user' | 'anonymous' | 'system';

  @ApiProperty({ type: 'integer', nullable: true })
  id: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'As it was then' })
  username: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'By which token they called' })
  tokenId: string | null;
}

export class AuditSourceResponseDto {
  @ApiProperty({ type: String, nullable: true })
  address: string | null;

  @ApiProperty({ type: String, nullable: true })
  userAgent: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The X-Request-Id of the response' })
  requestId: string | null;

  @ApiProperty({
    required: false,
    description: 'Its place in a trace (W3C Trace Context); absent where no request is behind it',
    example: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  })
  traceparent?: string;
}

export class AuditTargetResponseDto {
  @ApiProperty({ example: 'user' })
  type: string;

  @ApiProperty({ type: String, nullable: true })
  id: string | null;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;
}

export class AuditEventResponseDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  time: string;

  @ApiProperty({ enum: SECURITY_ACTIONS })
  action: SecurityAction;

  @ApiProperty({ enum: EVENT_OUTCOMES })
  outcome: EventOutcome;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: AuditActorResponseDto })
  actor: AuditActorResponseDto;

  @ApiProperty({ type: AuditSourceResponseDto })
  source: AuditSourceResponseDto;

  @ApiProperty({ type: AuditTargetResponseDto })
  target: AuditTargetResponseDto;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'What changed; of a secret only that it was "set"',
  })
  changes: EventChanges | null;
}

export class AuditEventPageResponseDto {
  @ApiProperty({ type: [AuditEventResponseDto], description: 'The newest first' })
  items: AuditEventResponseDto[];

  @ApiProperty({ type: String, nullable: true, description: 'The `after` of the next page' })
  next: string | null;
}

export class EventProofResponseDto {
  @ApiProperty({ description: 'The event byte for byte as it was hashed' })
  payload: string;

  @ApiProperty({ description: 'In base64' })
  leafHash: string;

  @ApiProperty({ type: 'integer' })
  leafIndex: number;

  @ApiProperty({ type: 'integer', description: 'How many leaves the tree of the checkpoint has' })
  treeSize: number;

  @ApiProperty({ type: [String], description: 'The hashes of RFC 9162, section 2.1.3, in base64' })
  inclusionPath: string[];

  @ApiProperty({ description: 'A C2SP signed note' })
  checkpoint: string;
}

export class GrowthProofResponseDto {
  @ApiProperty({ type: 'integer' })
  first: number;

  @ApiProperty({ type: 'integer' })
  second: number;

  @ApiProperty({ type: [String], description: 'The hashes of RFC 9162, section 2.1.4, in base64' })
  consistencyPath: string[];
}

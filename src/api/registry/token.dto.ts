import { ApiProperty } from '@nestjs/swagger';
import type { EnderKind } from '../../common/token-ending.js';
import { TOKEN_KINDS, type TokenKind } from '../../common/token-kind.js';
import { TOKEN_STATUSES, type TokenStatus } from '../../common/token-match.js';

const INSTANT = { type: String, format: 'date-time', nullable: true } as const;

export class OwnerResponseDto {
  @ApiProperty({ type: 'integer' })
  id: number;

  @ApiProperty({ type: String, nullable: true, description: 'Null once the user is deleted.' })
  username: string | null;
}

export class OriginResponseDto {
  @ApiProperty({ type: String, nullable: true, example: '192.0.2.1' })
  address: string | null;

  @ApiProperty({ type: String, nullable: true })
  userAgent: string | null;
}

export class EnderResponseDto {
  @ApiProperty({
    enum: ['user', 'admin', 'system'],
    description: 'The owner, somebody else in their place, or the service.',
  })
  kind: EnderKind;

  @ApiProperty({ type: 'integer', nullable: true })
  id: number | null;

  @ApiProperty({ type: String, nullable: true })
  username: string | null;
}

export class EndedResponseDto {
  @ApiProperty({ enum: TOKEN_STATUSES })
  status: TokenStatus;

  @ApiProperty(INSTANT)
  endedAt: string | null;

  @ApiProperty({ type: EnderResponseDto, nullable: true, description: 'Null where it has not ended.' })
  endedBy: EnderResponseDto | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why it ended.' })
  reason: string | null;
}

export class TokenResponseDto extends EndedResponseDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: TOKEN_KINDS })
  kind: TokenKind;

  @ApiProperty({ type: OwnerResponseDto })
  user: OwnerResponseDto;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  sessionId: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What the owner calls it.' })
  description: string | null;

  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'The names; null where it is valid for all that its owner may do.',
  })
  contexts: string[] | null;

  @ApiProperty({ format: 'date-time' })
  issuedAt: string;

  @ApiProperty({ type: OriginResponseDto })
  issuedFrom: OriginResponseDto;

  @ApiProperty({ ...INSTANT, description: 'Null where it is active until it is revoked.' })
  expiresAt: string | null;

  @ApiProperty({ ...INSTANT, description: 'To the minute.' })
  lastUsedAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The address of whoever presented it.' })
  lastUsedFrom: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The signing key; null for an opaque token.' })
  keyId: number | null;
}

export class TokenPageResponseDto {
  @ApiProperty({ type: [TokenResponseDto], description: 'The latest first.' })
  items: TokenResponseDto[];

  @ApiProperty({ type: String, nullable: true, description: 'The `after` of the next page.' })
  next: string | null;
}

export class SessionResponseDto extends EndedResponseDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: OwnerResponseDto })
  user: OwnerResponseDto;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: OriginResponseDto })
  createdFrom: OriginResponseDto;

  @ApiProperty(INSTANT)
  lastRefreshedAt: string | null;

  @ApiProperty({ type: 'integer', description: 'How often it was refreshed.' })
  refreshes: number;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ type: 'integer' })
  activeTokens: number;
}

export class SessionPageResponseDto {
  @ApiProperty({ type: [SessionResponseDto], description: 'The latest first.' })
  items: SessionResponseDto[];

  @ApiProperty({ type: String, nullable: true, description: 'The `after` of the next page.' })
  next: string | null;
}

import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { IsPlainText } from './rules.js';

export class SigningKeyResponseDto {
  @ApiProperty({ example: 3 })
  id: number;

  @ApiProperty({ description: 'The thumbprint of the key (RFC 7638).' })
  kid: string;

  @ApiProperty({ enum: ['next', 'current', 'retired', 'revoked'] })
  state: string;

  @ApiProperty({ format: 'date-time' })
  publishedAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Null for one that never signed.' })
  signsFrom: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Null for the one that signs.' })
  signedUntil: string | null;

  @ApiProperty({ description: 'How many active tokens it signed.' })
  liveTokens: number;
}

export class SigningKeyPageResponseDto {
  @ApiProperty({ type: [SigningKeyResponseDto], description: 'From the newest on.' })
  items: SigningKeyResponseDto[];

  @ApiProperty({ type: 'string', nullable: true, description: 'The cursor of the next page; there is none.' })
  next: string | null;
}

export class RevokeSigningKeyDto {
  @ApiProperty({ minLength: 1, maxLength: 500, example: 'Its file was on a stolen laptop' })
  @IsString()
  @Length(1, 500)
  @IsPlainText()
  reason: string;
}

export class RevokedSigningKeyResponseDto {
  @ApiProperty({ description: 'How many active tokens ended.' })
  endedTokens: number;

  @ApiProperty({ description: 'The thumbprint of the key that signs now.' })
  currentKid: string;
}

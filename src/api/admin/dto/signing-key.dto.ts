import { ApiProperty } from '@nestjs/swagger';

export class SigningKeyResponseDto {
  @ApiProperty({ description: 'The thumbprint of the key (RFC 7638).' })
  kid: string;

  @ApiProperty({ enum: ['next', 'current', 'retired'] })
  state: string;

  @ApiProperty({ format: 'date-time', description: 'Published since.' })
  createdAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Signs, or signed, since.' })
  activatedAt: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Signs no more since.' })
  retiredAt: string | null;
}

export class SigningKeyListResponseDto {
  @ApiProperty({ type: [SigningKeyResponseDto] })
  keys: SigningKeyResponseDto[];
}

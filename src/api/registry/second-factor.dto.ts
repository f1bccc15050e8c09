import { ApiProperty } from '@nestjs/swagger';

export class FactorResponseDto {
  @ApiProperty({ type: 'string', nullable: true, description: 'What the user calls it.', example: 'My phone' })
  deviceName: string | null;

  @ApiProperty({ format: 'date-time' })
  enabledAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Null where it was only set up.' })
  lastUsedAt: string | null;

  @ApiProperty({ type: 'integer', minimum: 0, example: 10 })
  recoveryCodesLeft: number;
}

export class SecondFactorResponseDto {
  @ApiProperty({ description: 'Whether it is required of this user, whatever their role.' })
  required: boolean;

  @ApiProperty({ description: 'Whether it is required of all who have their role.' })
  requiredByRole: boolean;

  @ApiProperty({
    type: FactorResponseDto,
    nullable: true,
    description: 'The authenticator app; null where there is none.',
  })
  factor: FactorResponseDto | null;
}

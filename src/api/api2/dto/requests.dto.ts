import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';

export class CreateLoginTokenDto {
  @ApiProperty({ example: 'denis' })
  @IsString()
  username: string;

  @ApiProperty({ example: 'j8BDWYrQwDF5u4Yu', format: 'password' })
  @IsString()
  password: string;
}

/** Checked by the setting itself, which has one message for all that may be wrong. */
export class SetTimeoutDto {
  @ApiProperty({ type: 'integer', minimum: 600, maximum: 2_592_000, example: 172_800 })
  timeout_seconds: number;
}

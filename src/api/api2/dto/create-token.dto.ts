import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';

export class CreateTokenDto {
  @ApiProperty({ example: 'denis' })
  @IsString()
  username: string;

  @ApiProperty({ example: 'Qwerty123', format: 'password' })
  @IsString()
  password: string;
}

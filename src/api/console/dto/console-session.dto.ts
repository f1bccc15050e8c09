import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, ValidateIf } from 'class-validator';
import { ROLES, type Role } from '../../../common/roles.js';

export class OpenConsoleSessionDto {
  @ApiProperty({ example: 'denis' })
  @IsString()
  username: string;

  @ApiProperty({ example: 'j8BDWYrQwDF5u4Yu', format: 'password' })
  @IsString()
  password: string;

  @ApiPropertyOptional({
    format: 'password',
    description: 'Replaces the password first, which ends all older logins; needed where it is temporary.',
  })
  @ValidateIf((_: object, value: unknown) => value !== undefined)
  @IsString()
  newPassword?: string;
}

export class ReauthenticateDto {
  @ApiProperty({ example: 'j8BDWYrQwDF5u4Yu', format: 'password' })
  @IsString()
  password: string;
}

export class ConsoleSessionResponseDto {
  @ApiProperty({ format: 'uuid', description: 'The id of the session among the tokens.' })
  id: string;

  @ApiProperty({ type: 'integer', example: 2 })
  userId: number;

  @ApiProperty({ example: 'denis' })
  username: string;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ format: 'date-time', description: 'When the password was last sent.' })
  passwordCheckedAt: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, Matches, ValidateIf } from 'class-validator';
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

  @ApiPropertyOptional({ description: 'Six digits, of the authenticator app of a user who has one.' })
  @ValidateIf((_: object, value: unknown) => value !== undefined)
  @Matches(/^\d{6}$/, { message: 'code must be six digits' })
  @IsString()
  code?: string;

  @ApiPropertyOptional({ maxLength: 255, description: 'In the place of `code`: one of the recovery codes.' })
  @ValidateIf((_: object, value: unknown) => value !== undefined)
  @IsString()
  @Length(1, 255)
  recoveryCode?: string;
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

export class OpenedConsoleSessionResponseDto extends ConsoleSessionResponseDto {
  @ApiPropertyOptional({ description: 'In the place of the recovery code that was used, if one was; told this once.' })
  recoveryCode?: string;
}

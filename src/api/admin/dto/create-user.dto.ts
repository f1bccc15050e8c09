import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { ROLES, type Role } from '../../../common/roles.js';
import { IsEmailAddress, IsPlainText, MayBeAbsent } from './rules.js';

export class CreateUserDto {
  @ApiProperty({ minLength: 1, maxLength: 255, example: 'denis' })
  @IsString()
  @Length(1, 255)
  @IsPlainText()
  @Matches(/^(?!\s)[^:\p{Cf}]*(?<!\s)$/u, {
    message: 'username must hold no colon (RFC 7617), nothing invisible, and neither begin nor end with a space',
  })
  username: string;

  @ApiPropertyOptional({
    description: '8 to 72 bytes; this or `temporaryPassword`.',
    format: 'password',
    example: 'j8BDWYrQwDF5u4Yu',
  })
  @MayBeAbsent()
  @IsString()
  password?: string;

  @ApiPropertyOptional({ description: 'As `password`, but the next login must choose another.', format: 'password' })
  @MayBeAbsent()
  @IsString()
  temporaryPassword?: string;

  @ApiProperty({ enum: ROLES, example: 'viewer' })
  @IsIn(ROLES)
  role: Role;

  @ApiPropertyOptional({ type: 'string', nullable: true, maxLength: 255, example: 'Denis Weber' })
  @IsOptional()
  @IsString()
  @Length(0, 255)
  @IsPlainText()
  fullName?: string | null;

  @ApiPropertyOptional({ type: 'string', nullable: true, format: 'email', example: 'denis@example.com' })
  @IsOptional()
  @IsEmailAddress()
  email?: string | null;
}

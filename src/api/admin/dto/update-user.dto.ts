import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { ROLES, type Role } from '../../../common/roles.js';
import { IsEmailAddress, IsPlainText, MayBeAbsent } from './rules.js';

/** What is absent stays as it is; null empties a name or an address. */
export class UpdateUserDto {
  @ApiPropertyOptional({ enum: ROLES })
  @MayBeAbsent()
  @IsIn(ROLES)
  role?: Role;

  @ApiPropertyOptional({ type: 'string', nullable: true, maxLength: 255, example: 'Denis Weber-Lang' })
  @IsOptional()
  @IsString()
  @Length(0, 255)
  @IsPlainText()
  fullName?: string | null;

  @ApiPropertyOptional({ type: 'string', nullable: true, format: 'email' })
  @IsOptional()
  @IsEmailAddress()
  email?: string | null;

  @ApiPropertyOptional({ description: 'false ends every token of the user at once.' })
  @MayBeAbsent()
  @IsBoolean()
  enabled?: boolean;

  @ApiPropertyOptional({ description: '8 to 72 bytes; the next login must choose another.', format: 'password' })
  @MayBeAbsent()
  @IsString()
  temporaryPassword?: string;

  @ApiPropertyOptional({
    description:
      'With `temporaryPassword`: ends named and context tokens too, not logins alone. For a leaked password.',
  })
  @MayBeAbsent()
  @IsBoolean()
  endEverything?: boolean;
}

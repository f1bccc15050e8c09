import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../../../common/roles.js';
import { USER_SOURCES, type UserSource } from '../../../common/user-source.js';

export class UserResponseDto {
  @ApiProperty({ type: 'integer', example: 2 })
  id: number;

  @ApiProperty({ example: 'denis' })
  username: string;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ type: 'string', nullable: true, example: 'Denis Weber' })
  fullName: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'denis@example.com' })
  email: string | null;

  @ApiProperty()
  enabled: boolean;

  @ApiProperty({ enum: USER_SOURCES, description: 'Where the password is checked.' })
  source: UserSource;

  @ApiProperty({ description: 'The password is temporary: the next login must choose another.' })
  passwordChangeRequired: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'When the password was accepted last, in any family.',
  })
  lastLoginAt: string | null;
}

export class UserPageResponseDto {
  @ApiProperty({ type: [UserResponseDto] })
  items: UserResponseDto[];

  @ApiProperty({ type: 'string', nullable: true, description: 'The `after` of the next page; null on the last' })
  next: string | null;
}

export class RevokedTokensResponseDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'How many tokens ended.', example: 3 })
  revoked: number;
}

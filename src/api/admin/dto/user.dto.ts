import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../../../common/roles.js';

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

  @ApiProperty({ description: 'The password is temporary: the next login must choose another.' })
  passwordChangeRequired: boolean;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

export class UserPageResponseDto {
  @ApiProperty({ type: [UserResponseDto] })
  users: UserResponseDto[];

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Pass it as `after` for the next page; null on the last.',
  })
  nextCursor: string | null;
}

export class RevokedTokensResponseDto {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'How many tokens ended.', example: 3 })
  revoked: number;
}

import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../../../common/roles.js';

export class UserDto {
  @ApiProperty({ example: 21 })
  id: number;

  @ApiProperty({ example: 'denis' })
  username: string;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ type: 'string', nullable: true })
  fullName: string | null;

  @ApiProperty({ type: 'string', nullable: true })
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

export class UserPageDto {
  @ApiProperty({ type: [UserDto] })
  users: UserDto[];

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Pass it as `after` for the next page; null on the last.',
  })
  nextCursor: string | null;
}

export class RevokedDto {
  @ApiProperty({ description: 'How many tokens ended.', example: 3 })
  revoked: number;
}

export class ProblemDto {
  @ApiProperty({ example: 'about:blank' })
  type: string;

  @ApiProperty({ example: 'Not Found' })
  title: string;

  @ApiProperty({ example: 404 })
  status: number;

  @ApiProperty({ example: 'There is no user of this id' })
  detail: string;

  @ApiProperty({ example: 'user_not_found' })
  code: string;
}

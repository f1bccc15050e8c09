import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../../../common/roles.js';

export class LoginTokenResponseDto {
  @ApiProperty({ description: 'A JWT signed with ES256.' })
  token: string;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ type: 'integer', description: 'The id of the user.', example: 2 })
  id: number;

  @ApiProperty({ enum: ['local'], description: 'Where the account lives.' })
  source: 'local';
}

export class TimeoutResponseDto {
  @ApiProperty({ type: 'integer', minimum: 600, maximum: 2_592_000, example: 86_400 })
  timeout_seconds: number;
}

export class LogoutResponseDto {
  @ApiProperty({ enum: ['All tokens invalidated successfully', 'Logged out successfully'] })
  message: string;
}

export class TimeoutUpdatedResponseDto {
  @ApiProperty({ type: 'integer', enum: [200] })
  statusCode: number;

  @ApiProperty({ enum: ['Successfully updated the token timeout.'] })
  message: string;
}

export class Api2ErrorResponseDto {
  @ApiProperty({ type: 'integer', example: 401 })
  statusCode: number;

  @ApiProperty({ description: "The status's reason phrase.", example: 'Unauthorized' })
  error: string;

  @ApiProperty({ example: 'Invalid or expired token' })
  message: string;
}

import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../../../common/roles.js';

export class TokenCreatedDto {
  @ApiProperty({ description: 'A JWT signed with ES256.' })
  token: string;

  @ApiProperty({ enum: ROLES })
  role: Role;

  @ApiProperty({ description: 'The id of the user.', example: 21 })
  id: number;

  @ApiProperty({ description: 'Where the account lives.', example: 'local' })
  source: string;
}

export class TokenTimeoutDto {
  @ApiProperty({ type: 'integer', minimum: 600, maximum: 2_592_000, example: 86_400 })
  timeout_seconds: number;
}

export class MessageDto {
  @ApiProperty({ example: 'All tokens invalidated successfully' })
  message: string;
}

export class TimeoutUpdatedDto {
  @ApiProperty({ example: 200 })
  statusCode: number;

  @ApiProperty({ example: 'Successfully updated the token timeout.' })
  message: string;
}

export class Api2ErrorDto {
  @ApiProperty({ example: 401 })
  statusCode: number;

  @ApiProperty({ description: "The status's reason phrase.", example: 'Unauthorized' })
  error: string;

  @ApiProperty({ example: 'Invalid or expired token' })
  message: string;
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { ROLES, type Role } from '../../common/roles.js';
import { REFUSALS, type Refusal } from '../../contexts/context-check.service.js';

export class VerifyDto {
  @ApiProperty({ description: 'A bearer token of any kind.' })
  @IsString()
  token: string;

  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    description: 'The context that the operation needs; absent where a good token is all that it needs.',
    example: 'AddCommentToChangeRequest',
  })
  @IsOptional()
  @IsString()
  context?: string | null;
}

export class VerdictDto {
  @ApiProperty()
  allowed: boolean;

  @ApiProperty({ enum: REFUSALS, nullable: true, description: 'Why not; null where it is allowed.' })
  reason: Refusal | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'In whose name; null where the token is invalid.' })
  userId: number | null;

  @ApiProperty({ type: 'string', nullable: true })
  username: string | null;

  @ApiProperty({ enum: ROLES, nullable: true, description: 'The role that he has now.' })
  role: Role | null;

  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'What the token is good for; null for one that carries its whole user.',
  })
  contexts: readonly string[] | null;
}

import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsIn } from 'class-validator';
import { ROLES, type Role } from '../../../common/roles.js';

class FactorResponseDto {
  @ApiProperty({ type: 'string', nullable: true, description: 'What the user calls it.', example: 'My phone' })
  deviceName: string | null;

  @ApiProperty({ format: 'date-time' })
  enabledAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'Null where it was only set up.' })
  lastUsedAt: string | null;

  @ApiProperty({ type: 'integer', minimum: 0, example: 10 })
  recoveryCodesLeft: number;
}

class FactorUserResponseDto {
  @ApiProperty({ type: 'integer', example: 2 })
  id: number;

  @ApiProperty({ example: 'denis' })
  username: string;
}

export class FactorOfUserResponseDto extends FactorResponseDto {
  @ApiProperty()
  user: FactorUserResponseDto;
}

export class FactorPageResponseDto {
  @ApiProperty({ type: [FactorOfUserResponseDto], description: 'In the order of the ids of the users.' })
  items: FactorOfUserResponseDto[];

  @ApiProperty({ type: String, nullable: true, description: 'The `after` of the next page; null on the last' })
  next: string | null;
}

export class SecondFactorResponseDto {
  @ApiProperty({ description: 'Whether it is required of this user, whatever their role.' })
  required: boolean;

  @ApiProperty({ description: 'Whether it is required of all who have their role.' })
  requiredByRole: boolean;

  @ApiProperty({
    type: FactorResponseDto,
    nullable: true,
    description: 'The authenticator app; null where there is none.',
  })
  factor: FactorResponseDto | null;
}

export class RequireSecondFactorDto {
  @ApiProperty({ example: true })
  @IsBoolean()
  required: boolean;
}

export class SecondFactorRolesDto {
  @ApiProperty({ enum: ROLES, isArray: true, example: ['auditor'] })
  @IsArray()
  @IsIn(ROLES, { each: true })
  roles: Role[];
}

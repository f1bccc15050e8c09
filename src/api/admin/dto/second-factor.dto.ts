import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsIn } from 'class-validator';
import { ROLES, type Role } from '../../../common/roles.js';
import { FactorResponseDto } from '../../registry/second-factor.dto.js';

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

export class SecondFactorRolesResponseDto {
  @ApiProperty({ enum: ROLES, isArray: true, example: ['auditor'] })
  roles: Role[];
}

import { ApiProperty } from '@nestjs/swagger';
import { HIT_TYPES } from '../../../search/search.service.js';

class HitUserResponseDto {
  @ApiProperty({ type: 'integer', example: 2 })
  id: number;

  @ApiProperty({ example: 'denis' })
  username: string;
}

export class HitResponseDto {
  @ApiProperty({ enum: HIT_TYPES })
  type: string;

  @ApiProperty({ example: '2' })
  id: string;

  @ApiProperty({ description: 'For people.', example: 'denis (Denis Weber)' })
  title: string;

  @ApiProperty({ type: HitUserResponseDto, nullable: true, description: 'Whose it is, if that is a user' })
  user: HitUserResponseDto | null;
}

export class SearchResponseDto {
  @ApiProperty({ type: [HitResponseDto] })
  items: HitResponseDto[];
}

import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';

/** RFC 7662, section 2.1, and RFC 7009, section 2.1. */
export class TokenRequestDto {
  @ApiProperty({ example: '(token of createLoginToken)' })
  @IsString()
  token: string;

  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    description: 'Of no effect: every kind of token is found without.',
  })
  @IsOptional()
  @IsString()
  token_type_hint?: string | null;
}

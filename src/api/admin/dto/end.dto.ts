import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { IsPlainText } from './rules.js';

export class EndDto {
  @ApiProperty({ minLength: 1, maxLength: 500, example: 'The laptop was stolen' })
  @IsString()
  @Length(1, 500)
  @IsPlainText()
  reason: string;
}

import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';
import { LIFETIME_GRAMMAR } from '../lifetime.js';

export class CreateNamedTokenDto {
  @ApiProperty({ maxLength: 255, example: 'Token specter', description: 'Not blank, and not one that you have.' })
  @IsString()
  // Not MaxLength, which does not count every character.
  @Matches(/^[^]{0,255}$/u, { message: '$property must be at most 255 characters' })
  // A database takes neither NUL nor half a character. What is only blank is refused for that, with its own message.
  @Matches(/^(?:\s*|(?:[\t\n\r]|[^\p{Cc}\p{Cs}])*)$/u, {
    message: '$property must hold no control characters but tabs and newlines',
  })
  jwt_token_description: string;

  @ApiProperty({ example: '6 hours', description: LIFETIME_GRAMMAR })
  @IsString({ message: '$property must be a string such as "6 hours"' })
  jwt_token_life: string;
}

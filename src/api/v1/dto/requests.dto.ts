import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export const USERNAME = { minLength: 1, maxLength: 255, example: 'denis' };
const PASSWORD = { minLength: 1, maxLength: 255, example: 'j8BDWYrQwDF5u4Yu', format: 'password' };
const NEW_PASSWORD = { ...PASSWORD, example: 'b2BDWZrQwDF5u4Yu', description: '8 to 72 bytes.' };
export const TOKEN = { minLength: 1, maxLength: 8_192 };
const REFRESH_TOKEN = { ...TOKEN, example: '(refresh_token of logIn)' };

/** Passwords and names in this API. */
export function Short(): PropertyDecorator {
  return both(IsString(), Length(1, 255));
}

export function Token(): PropertyDecorator {
  return both(IsString(), Length(1, 8_192));
}

/** From the last to the first, as decorators that stand above one another are applied: the first one's text is told. */
export function both(first: PropertyDecorator, second: PropertyDecorator): PropertyDecorator {
  return (target, property) => {
    second(target, property);
    first(target, property);
  };
}

export class LoginDto {
  @ApiProperty(USERNAME)
  @Short()
  username: string;

  @ApiProperty(PASSWORD)
  @Short()
  password: string;
}

export class TokenRefreshDto {
  @ApiProperty(USERNAME)
  @Short()
  username: string;

  @ApiProperty(REFRESH_TOKEN)
  @Token()
  refresh_token: string;
}

export class TokenRevokeDto {
  @ApiProperty(REFRESH_TOKEN)
  @Token()
  refresh_token: string;
}

export class ForgotPasswordDto {
  @ApiProperty({ ...USERNAME, description: 'The user name, or the e-mail address.' })
  @Short()
  username: string;
}

export class ForgotPasswordConfirmDto {
  @ApiProperty(USERNAME)
  @Short()
  username: string;

  @ApiProperty(NEW_PASSWORD)
  @Short()
  password: string;

  @ApiProperty({ minLength: 1, maxLength: 2_048, example: '(code of the mail)' })
  @IsString()
  @Length(1, 2_048)
  confirmation_code: string;
}

export class ChangePasswordDto {
  @ApiProperty({ ...TOKEN, example: '(access_token of logIn)' })
  @Token()
  access_token: string;

  @ApiProperty(PASSWORD)
  @Short()
  previous_password: string;

  @ApiProperty(NEW_PASSWORD)
  @Short()
  proposed_password: string;
}

export class NewPasswordRequiredDto {
  @ApiProperty({ ...TOKEN, example: '(session of logIn)' })
  @Token()
  session: string;

  @ApiProperty(USERNAME)
  @Short()
  username: string;

  @ApiProperty(NEW_PASSWORD)
  @Short()
  new_password: string;
}

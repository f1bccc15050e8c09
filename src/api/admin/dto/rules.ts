import { isEmail, Matches, ValidateBy, ValidateIf } from 'class-validator';

/** The field may be absent, but not null. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_: object, value: unknown) => value !== undefined);
}

/** Neither control characters nor halves of a character, which a database would refuse or change. */
const PLAIN_TEXT = /^[^\p{Cc}\p{Cs}]*$/u;

export function IsPlainText(): PropertyDecorator {
  return Matches(PLAIN_TEXT, { message: '$property must hold no control characters' });
}

/** An address that may stand in the header of a mail; `isEmail` alone lets line breaks pass in a quoted part. */
export function IsEmailAddress(): PropertyDecorator {
  return ValidateBy({
    name: 'isEmailAddress',
    validator: {
      validate: (value) => typeof value === 'string' && PLAIN_TEXT.test(value) && isEmail(value),
      defaultMessage: () => '$property must be an e-mail address',
    },
  });
}

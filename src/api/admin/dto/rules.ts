import { Matches, ValidateIf } from 'class-validator';

/** The field may be absent, but not null. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_: object, value: unknown) => value !== undefined);
}

/** Neither control characters nor halves of a character, which a database would refuse or change. */
export function IsPlainText(): PropertyDecorator {
  return Matches(/^[^\p{Cc}\p{Cs}]*$/u, { message: '$property must hold no control characters' });
}

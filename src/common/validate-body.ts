import type { Type } from '@nestjs/common';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { AppError, type FieldError } from './app-error.js';

/**
 * Checks a parsed body against the rules of a DTO. Unknown fields are left behind, nothing is converted.
 * @throws AppError `invalid_request` that names each wrong field and says what it must be.
 */
export function validateBody<T extends object>(dto: Type<T>, body: unknown): T {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new AppError('invalid_request', 'The body must be a JSON object');
  }
  // Only declared fields are copied: a field named "constructor" would turn the validation off.
  const instance = new dto();
  for (const field of fieldsOf(dto)) {
    if (Object.hasOwn(body, field)) Object.assign(instance, { [field]: (body as Record<string, unknown>)[field] });
  }
  const errors = validateSync(instance);
  if (errors.length > 0) {
    const fields = errors.map(fieldError);
    throw new AppError('invalid_request', fields.map(({ message }) => message).join('; '), { details: { fields } });
  }
  return instance;
}

const fieldsOfDto = new Map<Type<object>, Set<string>>();

function fieldsOf(dto: Type<object>): Set<string> {
  let fields = fieldsOfDto.get(dto);
  if (!fields) {
    const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
    fields = new Set(rules.map(({ propertyName }) => propertyName));
    fieldsOfDto.set(dto, fields);
  }
  return fields;
}

function fieldError(error: ValidationError): FieldError {
  // Rules are tried from the last to the first: the first says what kind of value is wanted at all.
  const message = Object.values(error.constraints ?? {}).at(-1);
  return { field: error.property, message: message ?? `${error.property} is not valid` };
}

import { applyDecorators } from '@nestjs/common';
import { ApiQuery, type ApiQueryOptions } from '@nestjs/swagger';
import { DEFAULT_LIMIT, MAX_LIMIT } from './query-values.js';

export const LIMIT: ApiQueryOptions = {
  name: 'limit',
  schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
};

/** Describes parameters that may be absent. */
export function optional(parameters: readonly ApiQueryOptions[]): MethodDecorator {
  return applyDecorators(...parameters.map((parameter) => ApiQuery({ ...parameter, required: false })));
}

/** Describes a list that is read page by page, with its filters. */
export function ListParameters(...filters: ApiQueryOptions[]): MethodDecorator {
  return optional([...filters, { name: 'after', type: String, description: 'The `next` of the page before.' }, LIMIT]);
}

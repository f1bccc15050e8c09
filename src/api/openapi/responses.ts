import { STATUS_CODES } from 'node:http';
import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import {
  ApiExtension,
  ApiExtraModels,
  ApiHeader,
  ApiProduces,
  ApiQuery,
  ApiResponse,
  getSchemaPath,
  type ApiResponseOptions,
  type HeadersObject,
} from '@nestjs/swagger';
import type { ErrorCode } from '../../common/app-error.js';
import { headers } from './headers.js';

/** Where an operation has the codes of its own errors while the document is generated. */
export const ERRORS_EXTENSION = 'x-errors';

/** What a response holds: a DTO, one of several, or nothing, of which a text says why. */
type Content = Type<object> | readonly Type<object>[] | string;

/**
 * Describes what an operation sends, and has it sent with the status that is described.
 * @param successes by status; none where something else describes them.
 * @param errors what it is refused with beside what holds for every route of its kind; the family says the status.
 */
export function Responses(successes: Readonly<Record<number, Content>>, ...errors: ErrorCode[]): MethodDecorator {
  return applyDecorators(
    ...Object.entries(successes).flatMap(([status, content]) => [
      HttpCode(Number(status)),
      success(Number(status), content),
    ]),
    ApiExtension(ERRORS_EXTENSION, errors) as MethodDecorator,
  );
}

/** Describes a public response that may be kept, and 304 where the caller has it already. */
export function CacheableResponse(type: string, content: Type<object> | string, cacheControl: string): MethodDecorator {
  const kept: HeadersObject = {
    ...headers('ETag'),
    'Cache-Control': { required: true, schema: { type: 'string', enum: [cacheControl] } },
  };
  const ofSuccess =
    typeof content === 'string'
      ? { description: content, schema: { type: 'string' } }
      : { description: 'OK', type: content };
  return applyDecorators(
    ApiHeader({ name: 'If-None-Match', required: false, description: 'The `ETag` of the copy that the caller has.' }),
    ApiProduces(type),
    ApiResponse({ status: 200, headers: kept, ...ofSuccess }),
    ApiResponse({ status: 304, headers: kept, description: 'The copy that the caller has is still right' }),
  );
}

/**
 * Describes a list that is read page by page.
 * @param defaultLimit absent where the list is whole unless a limit is named.
 */
export function Paged(maximum: number, defaultLimit?: number): MethodDecorator {
  const schema = { type: 'integer', minimum: 1, maximum, example: 10, ...(defaultLimit && { default: defaultLimit }) };
  return applyDecorators(
    ApiQuery({ name: 'after', required: false, type: String, description: 'The `nextCursor` of the page before.' }),
    ApiQuery({ name: 'limit', required: false, schema }),
  );
}

function success(status: number, content: Content): MethodDecorator {
  const phrase = STATUS_CODES[status]!;
  if (typeof content === 'string') return response({ status, description: content });
  if (typeof content === 'function') return response({ status, description: phrase, type: content });
  const schema = { oneOf: content.map((dto) => ({ $ref: getSchemaPath(dto) })) };
  return applyDecorators(ApiExtraModels(...content), response({ status, description: phrase, schema }));
}

function response(options: ApiResponseOptions): MethodDecorator {
  return ApiResponse(options);
}

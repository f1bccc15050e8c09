import { HttpException } from '@nestjs/common';
import { AppError } from '../../common/app-error.js';
import { isDatabaseUnavailable } from '../../database/unavailable.js';

/** Fastify's own errors by code, as far as a request causes them. */
const BY_FASTIFY_CODE: Readonly<Record<string, () => AppError>> = {
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => new AppError('malformed_body', 'The body is not as long as it says'),
  FST_ERR_CTP_BODY_TOO_LARGE: () => new AppError('body_too_large', 'The body is larger than 64 KB'),
  FST_ERR_MAX_PARAM_LENGTH: () => new AppError('route_not_found', 'Not Found'),
  // Fastify asks for it before it looks whether there is such a route.
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: () => new AppError('route_not_found', 'Not Found'),
  FST_ERR_BAD_URL: () => new AppError('route_not_found', 'The path is not a valid URL'),
};

/** Turns anything thrown into the one error that the dialects know. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  // Nest wraps what Fastify throws before a handler runs.
  const code = stringField(thrown instanceof HttpException ? thrown.cause : thrown, 'code');
  const known = Object.hasOwn(BY_FASTIFY_CODE, code) ? BY_FASTIFY_CODE[code] : undefined;
  if (known) return known();
  if (thrown instanceof HttpException && thrown.getStatus() < 500) {
    if (thrown.getStatus() === 404) return new AppError('route_not_found', 'Not Found');
    return new AppError('invalid_request', 'The request is not valid', { cause: thrown });
  }
  if (isDatabaseUnavailable(thrown)) {
    return new AppError('unavailable', 'The service is not available at the moment', {
      details: { retryAfterSeconds: 1 },
      cause: thrown,
    });
  }
  return new AppError('internal', 'Internal Server Error', { cause: thrown });
}

function stringField(value: unknown, name: string): string {
  const field = (value as Record<string, unknown> | null | undefined)?.[name];
  return typeof field === 'string' ? field : '';
}

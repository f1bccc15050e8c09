import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../common/app-error.js';
import { allowedMethods } from '../http/allowed-methods.js';
import { traceparentOf } from '../../common/traceparent.js';
import { familyOf } from '../families.js';
import { problemDetails } from './problem-details.js';
import { pathOf } from '../http/request-path.js';
import { toAppError } from './to-app-error.js';

const logger = new Logger('Errors');

/** Responds to anything that was thrown, in the dialect of the request's path. */
export function sendError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const path = pathOf(request);
  const error = withAllowedMethods(isBrokenOff(request) ? brokenOff() : toAppError(thrown), request, path);
  const dialect = familyOf(path)?.dialect ?? problemDetails;
  const { status, headers = {}, contentType = 'application/json; charset=utf-8', body } = dialect(error);
  // While logins are too many, a line in the log for each refused one would only add to the load.
  if (status >= 500 && error.code !== 'overloaded') log(error, request, path);
  const { allow, retryAfterSeconds } = error.details;
  if (allow && status === 405) reply.header('allow', allow.join(', '));
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  void reply.status(status).headers(headers).type(contentType).send(JSON.stringify(body));
}

/** The client has gone amid its own request: nobody reads the response, and nothing failed here. */
function isBrokenOff({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

function brokenOff(): AppError {
  return new AppError('malformed_request', 'The request breaks off before its end');
}

function withAllowedMethods(error: AppError, request: FastifyRequest, path: string): AppError {
  if (error.code !== 'route_not_found') return error;
  const allow = allowedMethods(request.server, path);
  // A path that has this very method was refused for something else, such as a bad escape.
  if (allow.length === 0 || allow.includes(request.method)) return error;
  return new AppError('method_not_allowed', 'Method Not Allowed', { details: { allow } });
}

/** The caller learns nothing of the cause; the log does, under the request id that the response carries. */
function log(error: AppError, request: FastifyRequest, path: string): void {
  const { id: requestId, method } = request;
  const entry = { msg: error.message, code: error.code, requestId, traceparent: traceparentOf(request), method, path };
  if (error.code === 'internal') logger.error({ ...entry, err: error.cause ?? error });
  else logger.warn({ ...entry, err: error.cause });
}

import { Catch, Inject, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../common/app-error.js';
import { allowedMethods } from './allowed-methods.js';
import { API_FAMILIES, familyOf } from './api-families.js';
import type { ApiFamily } from './api-family.js';
import { problemDetails } from './problem-details.js';
import { toAppError } from './to-app-error.js';

/** The only filter: anything thrown becomes an AppError, and sounds as the family of its path says. */
@Catch()
export class ApiExceptionFilter implements ExceptionFilter {
  private readonly logger = new Logger(ApiExceptionFilter.name);

  constructor(@Inject(API_FAMILIES) private readonly families: readonly ApiFamily[]) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  private answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const [path = '/'] = request.url.split('?', 1);
    const error = withAllowedMethods(toAppError(thrown), request, path);
    const dialect = familyOf(path, this.families)?.dialect ?? problemDetails;
    const { status, headers = {}, contentType = 'application/json', body } = dialect(error);
    if (status >= 500) this.log(error, request, path);
    const { allow, retryAfterSeconds } = error.details;
    if (allow) reply.header('allow', allow.join(', '));
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
    void reply.status(status).headers(headers).type(contentType).send(JSON.stringify(body));
  }

  /** The caller learns nothing of the cause; the log does, under the request id that he was given. */
  private log(error: AppError, request: FastifyRequest, path: string): void {
    const entry = { msg: error.message, code: error.code, requestId: request.id, method: request.method, path };
    if (error.code === 'internal') this.logger.error({ ...entry, err: error.cause ?? error });
    else this.logger.warn({ ...entry, err: error.cause });
  }
}

function withAllowedMethods(error: AppError, request: FastifyRequest, path: string): AppError {
  if (error.code !== 'route_not_found') return error;
  const allow = allowedMethods(request.server, path);
  return allow.length === 0 ? error : new AppError('method_not_allowed', 'Method Not Allowed', { details: { allow } });
}

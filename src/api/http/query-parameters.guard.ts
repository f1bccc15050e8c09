import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError, type FieldError } from '../../common/app-error.js';
import { familyOf } from '../families.js';
import { pathOf } from './request-path.js';

/** Where `@ApiQuery` keeps what it documents. */
const DOCUMENTED = 'swagger/apiParameters';

/**
 * Refuses a query parameter that an endpoint does not document with `@ApiQuery`, and one that comes twice: a
 * misspelt filter is reported, where ignoring it would list everything. The documented families ignore unknown
 * parameters, as their clients may rely on that.
 */
@Injectable()
export class QueryParametersGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.url.includes('?') || familyOf(pathOf(request))?.ignoresQuery) return true;
    const known = documentedOn(context.getHandler());
    const others = known.length === 0 ? '' : `, only ${known.join(', ')}`;
    const fields: FieldError[] = [];
    for (const [field, value] of Object.entries(request.query as Record<string, unknown>)) {
      if (!known.includes(field)) fields.push({ field, message: `${field} is not a parameter here${others}` });
      else if (Array.isArray(value)) fields.push({ field, message: `${field} must be given once` });
    }
    if (fields.length === 0) return true;
    throw new AppError('invalid_request', fields.map(({ message }) => message).join('; '), { details: { fields } });
  }
}

function documentedOn(handler: object): string[] {
  const parameters = (Reflect.getMetadata(DOCUMENTED, handler) ?? []) as { in: string; name: string }[];
  return parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
}

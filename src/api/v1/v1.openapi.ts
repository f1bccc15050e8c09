import { applyDecorators, type Type } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { V1ErrorDto } from './dto/responses.dto.js';

const ERRORS: Readonly<Record<number, string>> = {
  401: 'The credentials, token, session or code are no good',
  422: 'The body is broken; the message says which field',
  429: 'Too many; `x-should-retry` is false',
  503: 'Too many logins at once; see Retry-After',
};

/**
 * Describes a call: it takes `body` as JSON or as a form.
 * @param answers what a 200 holds, one of them; none for a 204.
 */
export function DescribeCall(
  summary: string,
  body: Type<object>,
  answers: readonly Type<object>[] = [],
  ...more: number[]
): MethodDecorator {
  const success = answers.length === 0 ? 204 : 200;
  const schema = answers.length > 1 ? { oneOf: answers.map((dto) => ({ $ref: getSchemaPath(dto) })) } : undefined;
  return applyDecorators(
    ApiOperation({ summary }),
    ApiConsumes('application/json', 'application/x-www-form-urlencoded'),
    ApiBody({ type: body }),
    ApiResponse(schema ? { status: success, schema } : { status: success, ...(answers[0] && { type: answers[0] }) }),
    ...[401, 422, 503, ...more]
      .sort()
      .map((status) => ApiResponse({ status, type: V1ErrorDto, description: ERRORS[status] })),
  );
}

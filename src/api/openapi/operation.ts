import type { OperationObject, ReferenceObject, ResponseObject, SchemaObject } from '@nestjs/swagger';
import { ACCESS_EXTENSION, type Access } from '../../auth/access.decorators.js';
import { accessErrors } from '../../auth/access-errors.js';
import type { ErrorCode } from '../../common/app-error.js';
import { familyOf } from '../families.js';
import { ERRORS_EXTENSION } from './responses.js';
import type { ErrorResponses } from './error-responses.js';
import { COMMON_HEADERS, headers } from './headers.js';

type Schemas = Readonly<Record<string, SchemaObject | ReferenceObject>>;

/** An operation as its decorators describe it: with what is there for generating the document alone. */
type Described = OperationObject & {
  readonly [ACCESS_EXTENSION]: Access;
  readonly [ERRORS_EXTENSION]?: readonly ErrorCode[];
};

/** Completes an operation by all that follows from who may call it, from its method and from its family. */
export function completeOperation(
  path: string,
  method: string,
  described: OperationObject,
  { errors, schemas }: { readonly errors: ErrorResponses; readonly schemas: Schemas },
): OperationObject {
  const { [ACCESS_EXTENSION]: access, [ERRORS_EXTENSION]: own = [], ...operation } = described as Described;
  const codes = new Set<ErrorCode>([
    ...accessErrors(access, method === 'get'),
    ...own,
    ...requestErrors(path, method, operation),
  ]);
  const roles = access.roles && `Needs the role ${access.roles.map((role) => `\`${role}\``).join(' or ')}.`;
  const description = [operation.description, roles].filter(Boolean).join('\n\n');
  return {
    ...operation,
    ...(description && { description }),
    security: operation.security ?? securityOf(access),
    ...(operation.requestBody && { requestBody: withExample(operation.requestBody, schemas) }),
    responses: {
      ...errors.referTo(path, codes.add('unavailable').add('internal')),
      ...withCommonHeaders(operation.responses),
    },
  };
}

/** What any request of this kind may be refused with, whatever it asks for. */
function requestErrors(path: string, method: string, { requestBody }: OperationObject): ErrorCode[] {
  const { ignoresQuery = false, anyMediaType = false } = familyOf(path) ?? {};
  const codes: ErrorCode[] = requestBody || !ignoresQuery ? ['invalid_request'] : [];
  if (method !== 'get') {
    codes.push('malformed_body', 'body_too_large', 'unsupported_content_encoding');
    if (!anyMediaType) codes.push('unsupported_media_type');
  }
  return [...codes, 'malformed_request'];
}

/** An empty requirement makes the others optional (OpenAPI 3.0, "Security Requirement Object"). */
function securityOf({ by, optional }: Access): Record<string, string[]>[] {
  if (typeof by === 'string') return [];
  return [...by.map((scheme) => ({ [scheme]: [] })), ...(optional ? [{}] : [])];
}

/** The examples of the fields of a body together, so that it can be sent as it stands. */
function withExample(
  body: NonNullable<OperationObject['requestBody']>,
  schemas: Schemas,
): NonNullable<OperationObject['requestBody']> {
  if ('$ref' in body) return body;
  const content = Object.entries(body.content).map(([type, media]) => {
    const schema =
      media.schema && '$ref' in media.schema ? schemas[media.schema.$ref.split('/').at(-1)!] : media.schema;
    return [type, { ...media, example: exampleOf(schema as SchemaObject) }] as const;
  });
  return { ...body, content: Object.fromEntries(content) };
}

function exampleOf({ properties = {} }: SchemaObject): Record<string, unknown> {
  const example: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(properties)) {
    if ('example' in property) example[name] = property.example;
  }
  return example;
}

function withCommonHeaders(responses: OperationObject['responses']): OperationObject['responses'] {
  const entries = Object.entries(responses).map(([status, response]) => {
    const { headers: own, ...rest } = response as ResponseObject;
    return [status, { ...rest, headers: { ...headers(...COMMON_HEADERS), ...own } }] as const;
  });
  return Object.fromEntries(entries);
}

import type { HeadersObject, ReferenceObject } from '@nestjs/swagger';

const text = { type: 'string' } as const;

/** Every header by which a response says something of its own; those of HTTP itself (RFC 9110) are left out. */
export const HEADERS = {
  'X-Request-Id': {
    required: true,
    description: 'Names this request in our log: tell it to the operator when something is wrong.',
    schema: { type: 'string', format: 'uuid' },
  },
  'Cache-Control': {
    required: true,
    description: 'A response may hold a token (RFC 6749, section 5.1).',
    schema: { type: 'string', enum: ['no-store'] },
  },
  'X-Content-Type-Options': { required: true, schema: { type: 'string', enum: ['nosniff'] } },
  'WWW-Authenticate': {
    required: true,
    description: 'How to authenticate (RFC 9110, section 11.6.1).',
    schema: { ...text, example: 'Bearer realm="tessera"' },
  },
  'Retry-After': {
    description: 'Seconds after which it is worth trying again.',
    schema: { type: 'integer', minimum: 1, example: 1 },
  },
  'X-Should-Retry': {
    required: true,
    description: 'Tells clients not to try again by themselves.',
    schema: { type: 'string', enum: ['false'] },
  },
  'Set-Cookie': {
    required: true,
    description: 'The cookie `__Host-tessera`, which no script can read and no other site can have sent.',
    schema: text,
  },
  Location: { required: true, schema: { ...text, format: 'uri-reference' } },
  'X-Accel-Buffering': {
    required: true,
    description: 'Tells nginx to pass events on at once.',
    schema: { type: 'string', enum: ['no'] },
  },
  ETag: { required: true, description: 'For `If-None-Match`.', schema: text },
} as const satisfies HeadersObject;

export type HeaderName = keyof typeof HEADERS;

/** In every response. */
export const COMMON_HEADERS = ['X-Request-Id', 'Cache-Control', 'X-Content-Type-Options'] as const;

/** References to headers by their names. */
export function headers(...names: readonly HeaderName[]): Record<string, ReferenceObject> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

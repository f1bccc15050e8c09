import { ownCopy } from '@tessera-auth/verifier/protocol/own-copy';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../../common/app-error.js';
import type { AuthenticatedRequest } from '../../auth/authenticated-request.js';
import { familyOf } from '../families.js';
import { pathOf } from './request-path.js';

export const BODY_LIMIT_BYTES = 64 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** RFC 9110, section 8.3.1, without parameters. */
const MEDIA_TYPE = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/;
/** What Fastify sees: it refuses a malformed type itself, before anyone knows who calls. */
const ANY_TYPE = 'application/octet-stream';

/**
 * Reads JSON bodies, and forms for the families that take them. What is wrong with a body is kept for the guard, which
 * first asks who calls.
 */
export function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addHook('onRequest', ({ raw: { headers } }, _, next) => {
    if (headers['content-type'] !== undefined) headers['content-type'] = ANY_TYPE;
    next();
  });
  server.addContentTypeParser<Buffer>('*', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, parse(request, body));
    } catch (error) {
      (request as AuthenticatedRequest).bodyError = error as AppError;
      done(null, undefined);
    }
  });
}

function parse(request: FastifyRequest, body: Buffer): unknown {
  const { forms = false, anyMediaType = false } = familyOf(pathOf(request)) ?? {};
  const type = mediaTypeOf(request);
  const isForm = forms && type === 'application/x-www-form-urlencoded';
  // Clients that name a content type on a DELETE without a body mean no body.
  if (body.length === 0 && !isForm) return undefined;
  refuseEncoded(request);
  if (isForm) return parseForm(decode(body));
  if (anyMediaType || type === 'application/json') return parseJson(body);
  throw new AppError('unsupported_media_type', unsupported(type, forms));
}

/** In lower case and without parameters; undefined where the client names none. */
function mediaTypeOf({ raw: { rawHeaders } }: FastifyRequest): string | undefined {
  const index = rawHeaders.findIndex((text, at) => at % 2 === 0 && text.toLowerCase() === 'content-type');
  return index < 0 ? undefined : rawHeaders[index + 1]!.toLowerCase().split(';', 1)[0]!.trim();
}

function refuseEncoded({ headers }: FastifyRequest): void {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding === '' || encoding === 'identity') return;
  throw new AppError(
    'unsupported_content_encoding',
    'The body must not be compressed: no Content-Encoding but identity is supported',
  );
}

function unsupported(type: string | undefined, forms: boolean): string {
  const wanted = forms ? 'application/json or application/x-www-form-urlencoded' : 'application/json';
  if (type === undefined || MEDIA_TYPE.test(type)) return `The body must be ${wanted}`;
  return `The Content-Type header is not a valid media type; it must be ${wanted}`;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(decode(body));
  } catch (cause) {
    throw new AppError('malformed_body', 'The body is not valid JSON', { cause });
  }
}

/** URL Standard, section 5.1, but strict about escapes. A field that comes twice is a list, which no rule accepts. */
function parseForm(text: string): Record<string, unknown> {
  const fields = new Map<string, string | string[]>();
  for (const pair of text.split('&').filter((part) => part !== '')) {
    const equals = pair.includes('=') ? pair.indexOf('=') : pair.length;
    const name = decodePart(pair.slice(0, equals));
    const value = decodePart(pair.slice(equals + 1));
    const known = fields.get(name);
    fields.set(name, known === undefined ? value : [known, value].flat());
  }
  return Object.fromEntries(fields);
}

/** Printable ASCII but for `%` and `+`. */
const PLAIN = /^[ -$&-*,-~]*$/;

function decodePart(text: string): string {
  // A copy: else a cached token would keep the whole form in memory.
  if (PLAIN.test(text)) return ownCopy(text);
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (cause) {
    throw new AppError('malformed_body', 'The body is not a valid form', { cause });
  }
}

function decode(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch (cause) {
    throw new AppError('malformed_body', 'The body is not valid UTF-8', { cause });
  }
}

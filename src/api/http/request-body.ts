import { ownCopy } from '@tessera-auth/verifier/protocol/own-copy';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../../common/app-error.js';
import type { AuthenticatedRequest } from '../../auth/authenticated-request.js';
import { familyOf } from '../families.js';
import { pathOf } from './request-path.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads JSON bodies, and forms for the families that take them. What is wrong with a body is kept for the guard, which
 * first asks who calls.
 */
export function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
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
  const [type = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';', 1);
  if (body.length > 0 && type.trim() === 'application/json') return parseJson(body);
  const takesForms = familyOf(pathOf(request))?.forms === true;
  if (type.trim() === 'application/x-www-form-urlencoded' && takesForms) return parseForm(decode(body));
  // Clients that name a content type on a DELETE without a body mean no body.
  if (body.length === 0) return undefined;
  const wanted = takesForms ? 'application/json or application/x-www-form-urlencoded' : 'application/json';
  throw new AppError('unsupported_media_type', `The body must be ${wanted}`);
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
  // A copy, or else who remembers a token would keep the whole form that it came in.
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

import type { FastifyInstance } from 'fastify';
import { AppError } from '../common/app-error.js';
import { familyOf } from './families.js';

const FORM = 'application/x-www-form-urlencoded';

/** Takes forms for those families that say so; for all others they stay a media type that is not supported. */
export function acceptForms(server: FastifyInstance): void {
  server.addContentTypeParser<string>(FORM, { parseAs: 'string' }, ({ url }, body, done) => {
    const [path = '/'] = url.split('?', 1);
    if (!familyOf(path)?.forms) {
      done(new AppError('unsupported_media_type', 'The body must be application/json'));
      return;
    }
    try {
      done(null, parseForm(body));
    } catch {
      done(new AppError('malformed_body', 'The body is not a valid form'));
    }
  });
}

/**
 * Reads a form (URL Standard, section 5.1). A field that comes twice is an array, which no field may be.
 * @throws URIError where an escape is broken or stands for no UTF-8.
 */
export function parseForm(text: string): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
    fields[name] = name in fields ? [fields[name], value].flat() : value;
  }
  return fields;
}

function decode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

import type { FastifyInstance } from 'fastify';
import { AppError } from '../common/app-error.js';
import { familyOf } from './families.js';

/** Reads form bodies for the families that take them. A field that comes twice is a list, which no rule accepts. */
export function acceptForms(server: FastifyInstance): void {
  server.addContentTypeParser<Buffer>(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    (request, body, done) => {
      const [path = '/'] = request.url.split('?', 1);
      if (familyOf(path)?.forms) done(null, parseForm(body.toString('utf8')));
      else done(new AppError('unsupported_media_type', 'The body must be application/json'));
    },
  );
}

function parseForm(text: string): Record<string, string | string[]> {
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const known = fields.get(name);
    fields.set(name, known === undefined ? value : [known, value].flat());
  }
  return Object.fromEntries(fields);
}

import type { FastifyRequest } from 'fastify';

/**
 * The path of a request, without query and as the router reads it: decoded, and without the origin that a request in
 * absolute form (RFC 9112, section 3.2.2) carries.
 */
export function pathOf(request: Pick<FastifyRequest, 'url'>): string {
  const [raw = '/'] = request.url.split('?', 1);
  const path = raw.startsWith('/') || !URL.canParse(raw) ? raw : new URL(raw).pathname;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

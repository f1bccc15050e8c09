import type { FastifyRequest } from 'fastify';

/** Nothing in it to decode. */
const PLAIN = /^\/[\w/.-]*$/;

/**
 * The path of a request, without query and as the router reads it: decoded, and without the origin that a request in
 * absolute form (RFC 9112, section 3.2.2) carries.
 */
export function pathOf(request: Pick<FastifyRequest, 'url'>): string {
  const { url } = request;
  const end = url.indexOf('?');
  const raw = end === -1 ? url : url.slice(0, end);
  // Nearly every path, and it is asked for several times a request.
  if (PLAIN.test(raw)) return raw;
  const path = raw.startsWith('/') || !URL.canParse(raw) ? raw : new URL(raw).pathname;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

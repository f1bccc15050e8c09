import cors from '@fastify/cors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { familyOf } from '../families.js';
import { pathOf } from './request-path.js';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** What a page may read beside the body and the CORS-safelisted response headers (Fetch Standard). */
const EXPOSED_HEADERS = 'Retry-After, WWW-Authenticate, X-Request-Id';
/** For so long a browser does not ask again. */
const PREFLIGHT_SECONDS = 600;

/**
 * Lets a page of another origin read the response to `request` (Fetch Standard, CORS protocol): of any origin where
 * the family says so, elsewhere of `origins`. Never with credentials, so no cookie is of use to it.
 */
export function allowCrossOrigin(request: FastifyRequest, reply: FastifyReply, origins: readonly string[]): void {
  const origin = allowedOrigin(request, origins);
  if (origin === false) return;
  void reply.headers({
    'access-control-allow-origin': origin,
    'access-control-expose-headers': EXPOSED_HEADERS,
    ...(origin !== '*' && { vary: 'Origin' }),
  });
}

/** Responds to the question that a browser asks ahead of a call (Fetch Standard, CORS-preflight request). */
export function handlePreflights(server: FastifyInstance, origins: readonly string[]): void {
  // In a context of its own, the plugin's hook costs nothing but the OPTIONS requests that its one route takes.
  void server.register(async (options) => {
    await options.register(cors, {
      delegator: (request, done) => {
        done(null, {
          origin: allowedOrigin(request, origins),
          // Any other OPTIONS request is responded to as if there were no browsers.
          preflight: isPreflight(request),
          methods: METHODS,
          maxAge: PREFLIGHT_SECONDS,
        });
      },
    });
  });
}

function allowedOrigin(request: FastifyRequest, origins: readonly string[]): string | false {
  if (familyOf(pathOf(request))?.anyOrigin) return '*';
  const { origin } = request.headers;
  return origin !== undefined && origins.includes(origin) && origin;
}

function isPreflight({ headers }: FastifyRequest): boolean {
  return headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}

import cors from '@fastify/cors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ApiFamily } from '../api-family.js';
import { familyOf } from '../families.js';
import { pathOf } from './request-path.js';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** What a page may read beside the body and the CORS-safelisted response headers (Fetch Standard). */
const EXPOSED_HEADERS = 'Retry-After, WWW-Authenticate, X-Request-Id';
/** For so long a browser does not ask again. */
const PREFLIGHT_SECONDS = 600;

/**
 * Lets a page of another origin read the response to a request for a path of `family` (Fetch Standard, CORS protocol): of any origin where
 * the family says so, elsewhere of `origins`. Never with credentials, so no cookie is of use to it.
 */
export function allowCrossOrigin(
  family: ApiFamily | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
  origins: readonly string[],
): void {
  const origin = allowedOrigin(family, request, origins);
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
          origin: allowedOrigin(familyOf(pathOf(request)), request, origins),
          // Any other OPTIONS request is responded to as if there were no browsers.
          preflight: isPreflight(request),
          methods: METHODS,
          maxAge: PREFLIGHT_SECONDS,
        });
      },
    });
  });
}

function allowedOrigin(
  family: ApiFamily | undefined,
  { headers: { origin } }: FastifyRequest,
  origins: readonly string[],
): string | false {
  if (family?.anyOrigin) return '*';
  return origin !== undefined && origins.includes(origin) && origin;
}

function isPreflight({ headers }: FastifyRequest): boolean {
  return headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}

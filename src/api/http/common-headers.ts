import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The value of `X-Request-Id`. Not taken from the request: what a stranger sends would stand in our log. */
export function newRequestId(): string {
  return randomUUID();
}

/** Sets the headers that every response has. */
export function setCommonHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({
    'x-request-id': request.id,
    // RFC 6749, section 5.1: a response may hold a token.
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
}

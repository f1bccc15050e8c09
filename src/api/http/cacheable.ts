import type { FastifyReply, FastifyRequest } from 'fastify';

/** A public document that clients may cache. */
export interface Cacheable {
  readonly etag: string;
  readonly cacheControl: string;
  readonly contentType: string;
  readonly text: string;
}

/** Sends the document, or 304 to a client that has it already (RFC 9110, section 13.1.2). */
export function sendCacheable(request: FastifyRequest, reply: FastifyReply, document: Cacheable): void {
  reply.headers({ etag: document.etag, 'cache-control': document.cacheControl });
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(document.etag) || known?.includes('*')) void reply.status(304).send();
  else void reply.type(document.contentType).send(document.text);
}

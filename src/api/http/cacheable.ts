import type { FastifyReply, FastifyRequest } from 'fastify';

/** A public answer that may be kept: 304 where the caller has it already (RFC 9110, section 13.1.2). */
export interface Cacheable {
  readonly etag: string;
  readonly cacheControl: string;
  readonly contentType: string;
  readonly text: string;
}

export function sendCacheable(request: FastifyRequest, reply: FastifyReply, answer: Cacheable): void {
  reply.headers({ etag: answer.etag, 'cache-control': answer.cacheControl });
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known?.includes(answer.etag) || known?.includes('*')) void reply.status(304).send();
  else void reply.type(answer.contentType).send(answer.text);
}

import type { FastifyRequest } from 'fastify';
import { AppError } from '../common/app-error.js';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Refuses a request that changes something unless it comes from a page of this service: the browser says so in
 * `Sec-Fetch-Site` (Fetch Metadata, section 2.3), or, where it does not know that header, in `Origin`.
 * @param publicUrl by which the service is reached where a proxy sends it another `Host`.
 * @throws AppError `cross_origin_refused`.
 */
export function requireSameOrigin({ method, headers }: FastifyRequest, publicUrl: string): void {
  if (SAFE_METHODS.has(method)) return;
  const site = headers['sec-fetch-site'];
  const isSame = site === undefined ? isOurs(headers.origin, headers.host, publicUrl) : site === 'same-origin';
  if (!isSame) throw new AppError('cross_origin_refused', 'The request does not come from a page of this service');
}

function isOurs(origin: string | undefined, host: string | undefined, publicUrl: string): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === host;
}

import type { IncomingMessage } from 'node:http';
import { AppError } from '../../common/app-error.js';

const refused = new WeakMap<IncomingMessage, AppError>();

/** Marks `request`, whatever it asks for, so that the response is `error`. */
export function refuseRequest(request: IncomingMessage, error: AppError): void {
  refused.set(request, error);
}

/** What is wrong with a request before anyone looks at what it asks for; undefined where nothing is. */
export function faultOf(request: IncomingMessage): AppError | undefined {
  const { headers, httpVersion } = request;
  const known = refused.get(request);
  // RFC 9112, section 3.2, and RFC 9110, section 10.1.1: both are of HTTP/1.1 alone.
  if (known || httpVersion !== '1.1') return known;
  if (headers.host === undefined) return new AppError('malformed_request', 'A Host header is required');
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue') {
    return new AppError('expectation_failed', 'The only expectation that is met is 100-continue');
  }
  return undefined;
}

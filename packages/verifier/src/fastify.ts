// What is declared of a module below counts only where that module is known.
import type {} from 'fastify';
import { checkBearer, type AuthenticateOptions } from './bearer-request.js';
import type { VerifiedToken } from './verified-token.js';
import type { Verifier } from './verifier.js';

declare module 'fastify' {
  interface FastifyRequest {
    token?: VerifiedToken;
  }
}

interface Request {
  readonly headers: { readonly authorization?: string | undefined };
  token?: VerifiedToken;
}

interface Reply {
  code(status: number): this;
  headers(values: Record<string, string>): this;
  send(body: unknown): this;
}

/** An `onRequest` or `preHandler` hook for Fastify that lets valid bearer tokens pass, and sets `request.token`. */
export function authenticate(verifier: Verifier, options: AuthenticateOptions = {}) {
  return async (request: Request, reply: Reply): Promise<unknown> => {
    const result = await checkBearer(verifier, request.headers.authorization, options);
    if ('token' in result) {
      request.token = result.token;
      return undefined;
    }
    const { status, headers, body } = result.refusal;
    return reply
      .code(status)
      .headers({ ...headers })
      .send(body);
  };
}

import { checkBearer, type AuthenticateOptions } from './bearer-request.js';
import type { VerifiedToken } from './verified-token.js';
import type { Verifier } from './verifier.js';

declare global {
  // Where the types of Express look for what middleware adds.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface Request {
      token?: VerifiedToken;
    }
  }
}

interface Request {
  readonly headers: { readonly authorization?: string | undefined };
  token?: VerifiedToken;
}

interface Response {
  status(code: number): this;
  set(headers: Record<string, string>): this;
  json(body: unknown): unknown;
}

/** Middleware for Express that lets requests with a valid bearer token pass, and sets `request.token`. */
export function authenticate(verifier: Verifier, options: AuthenticateOptions = {}) {
  return (request: Request, response: Response, next: (error?: unknown) => void): void => {
    checkBearer(verifier, request.headers.authorization, options).then((result) => {
      if ('refusal' in result) {
        const { status, headers, body } = result.refusal;
        response
          .status(status)
          .set({ ...headers })
          .json(body);
        return;
      }
      request.token = result.token;
      next();
    }, next);
  };
}

import { HttpException, Injectable, Optional, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { checkBearer, type AuthenticateOptions } from './bearer-request.js';
import type { VerifiedToken } from './verified-token.js';
import { Verifier } from './verifier.js';

interface Request {
  readonly headers: { readonly authorization?: string | undefined };
  token?: VerifiedToken;
}

interface Response {
  header?(name: string, value: string): unknown;
}

/**
 * A guard for Nest, on Express or Fastify, that lets requests with a valid bearer token pass and sets `request.token`.
 * Created with `new`, or by Nest where a module provides a `Verifier`.
 */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    private readonly verifier: Verifier,
    @Optional() private readonly options: AuthenticateOptions = {},
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const result = await checkBearer(this.verifier, request.headers.authorization, this.options);
    if ('refusal' in result) {
      const { status, headers, body } = result.refusal;
      const response = http.getResponse<Response>();
      // Fastify's reply has `header`, which Express's response has too.
      for (const [name, value] of Object.entries(headers)) response.header?.(name, value);
      throw new HttpException(body, status);
    }
    request.token = result.token;
    return true;
  }
}

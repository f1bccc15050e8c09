import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { parseBearerCredentials } from '@tessera-auth/verifier/protocol/bearer-credentials';
import { AppError } from '../../common/app-error.js';
import { AuthService } from '../auth.service.js';
import { anonymousActorOf, type AuthenticatedRequest } from '../authenticated-request.js';

/** Authenticates the caller by a token that we issued (RFC 6750). */
@Injectable()
export class BearerAuthGuard implements CanActivate {
  constructor(private readonly auth: AuthService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const text = parseBearerCredentials(request.headers.authorization);
    if (text === undefined) throw new AppError('token_invalid', 'Invalid or expired token');
    request.user = await this.auth.checkToken(anonymousActorOf(request), text);
    return true;
  }
}

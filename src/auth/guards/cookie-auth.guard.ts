import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { anonymousActorOf, type AuthenticatedRequest } from '../authenticated-request.js';
import { ConsoleAuthService } from '../console-auth.service.js';
import { consoleSecretOf } from '../console-cookie.js';
import { requireSameOrigin } from '../same-origin.js';

/** Authenticates the caller by the cookie of a console session. */
@Injectable()
export class CookieAuthGuard implements CanActivate {
  constructor(
    private readonly auth: ConsoleAuthService,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    requireSameOrigin(request, this.config.publicUrl);
    request.user = await this.auth.checkCookie(anonymousActorOf(request), consoleSecretOf(request.headers.cookie));
    return true;
  }
}

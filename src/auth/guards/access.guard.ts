import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError } from '../../common/app-error.js';
import { Config } from '../../config/config.js';
import { ACCESS, type Access, type AuthenticationScheme } from '../access.decorators.js';
import type { AuthenticatedRequest } from '../authenticated-request.js';
import { ConsoleAuthService } from '../console-auth.service.js';
import { consoleSecretOf } from '../console-cookie.js';
import { requireSameOrigin } from '../same-origin.js';
import { BasicAuthGuard } from './basic-auth.guard.js';
import { BearerAuthGuard } from './bearer-auth.guard.js';
import { CookieAuthGuard } from './cookie-auth.guard.js';

/** Stands before every route and lets nothing pass that does not declare who may call it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly basic: BasicAuthGuard,
    private readonly bearer: BearerAuthGuard,
    private readonly cookie: CookieAuthGuard,
    private readonly console: ConsoleAuthService,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no authentication`);
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (access.by === 'password' && access.sameOrigin) requireSameOrigin(request, this.config.publicUrl);
    if (access.by !== 'anyone' && access.by !== 'password') await this.authenticate(context, access.by, access);
    if (request.bodyError) throw request.bodyError;
    return true;
  }

  private async authenticate(
    context: ExecutionContext,
    by: readonly AuthenticationScheme[],
    { roles, optional, whenMissing = 'credentials_missing', freshPassword }: Access,
  ): Promise<void> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const scheme = schemeOf(request, by);
    if (!scheme && optional) return;
    if (!scheme) throw new AppError(whenMissing, 'Authorization header is required');
    await this[scheme].canActivate(context);
    const principal = request.user!;
    if (roles && !roles.includes(principal.role)) {
      throw new AppError('role_required', `Role ${roles.join(' or ')} required`);
    }
    if (freshPassword?.(request.body)) this.console.requireFreshPassword(principal);
  }
}

/** @returns undefined where the caller sent no credentials. */
function schemeOf(
  { headers }: AuthenticatedRequest,
  by: readonly AuthenticationScheme[],
): AuthenticationScheme | undefined {
  const { authorization, cookie } = headers;
  if (authorization === undefined) return by.includes('cookie') && isOfConsole(headers, cookie) ? 'cookie' : undefined;
  if (/^basic(\s|$)/i.test(authorization) && by.includes('basic')) return 'basic';
  return by.includes('bearer') ? 'bearer' : by.includes('basic') ? 'basic' : undefined;
}

/** A page that has lost its cookie is told to log in, and not to ask for a password as HTTP Basic has browsers do. */
function isOfConsole(headers: AuthenticatedRequest['headers'], cookie: string | undefined): boolean {
  return consoleSecretOf(cookie) !== undefined || headers['sec-fetch-site'] === 'same-origin';
}

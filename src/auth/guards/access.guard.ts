import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError } from '../../common/app-error.js';
import { ACCESS, type Access } from '../access.decorators.js';
import type { AuthenticatedRequest } from '../authenticated-request.js';
import { BasicAuthGuard } from './basic-auth.guard.js';
import { BearerAuthGuard } from './bearer-auth.guard.js';

/** Stands before every route and lets nothing pass that does not declare who may call it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly basic: BasicAuthGuard,
    private readonly bearer: BearerAuthGuard,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no authentication`);
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (access.by !== 'anyone' && access.by !== 'password') {
      await this.prove(context, access.by, access.whenMissing ?? 'credentials_missing');
      if (access.roles && !(request.user && access.roles.includes(request.user.role))) {
        throw new AppError('role_required', `Role ${access.roles.join(' or ')} required`);
      }
    }
    if (request.bodyError) throw request.bodyError;
    return true;
  }

  private async prove(
    context: ExecutionContext,
    by: readonly ('basic' | 'bearer')[],
    whenMissing: NonNullable<Access['whenMissing']>,
  ): Promise<void> {
    const header = context.switchToHttp().getRequest<AuthenticatedRequest>().headers.authorization;
    if (header === undefined) throw new AppError(whenMissing, 'Authorization header is required');
    const usesBasic = /^basic(\s|$)/i.test(header);
    const scheme = usesBasic && by.includes('basic') ? 'basic' : by.includes('bearer') ? 'bearer' : 'basic';
    await this[scheme].canActivate(context);
  }
}

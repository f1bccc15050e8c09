import { mixin, type CanActivate, type ExecutionContext, type Type } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { AppError } from '../../common/app-error.js';
import type { PasswordPrincipal } from '../../common/principal.js';
import { validateBody } from '../../common/validate-body.js';
import type { AuthenticatedRequest } from '../authenticated-request.js';
import { refuseFurtherSteps } from '../further-steps.js';

export interface LocalAuthOptions {
  /**
   * Whether a login passes that needs a further step: another password in place of a temporary one, a second factor. The
   * route then has to see to it that the password serves for that step alone.
   */
  readonly stepsFollow?: boolean;
}

/** A guard that checks the body against `dto` and then its user name and password. */
export function LocalAuthGuard(dto: Type<object>, { stepsFollow = false }: LocalAuthOptions = {}): Type<CanActivate> {
  class PasswordGuard extends AuthGuard('local') {
    override canActivate(context: ExecutionContext): ReturnType<CanActivate['canActivate']> {
      const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
      const { username, password } = validateBody(dto, request.body) as { username: string; password: string };
      // Where one of them is empty, passport-local would look for it in the query, where no password belongs.
      if (username === '' || password === '') throw new AppError('credentials_invalid', 'Invalid username or password');
      return super.canActivate(context);
    }

    override handleRequest<User>(error: Error | null, user: User | false): User {
      if (error) throw error;
      if (!user) throw new AppError('credentials_invalid', 'Invalid username or password');
      if (!stepsFollow) refuseFurtherSteps(user as unknown as PasswordPrincipal);
      return user;
    }
  }
  return mixin(PasswordGuard);
}

import {
  applyDecorators,
  createParamDecorator,
  SetMetadata,
  UseGuards,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import { authenticatedAs, type AnonymousActor, type UserActor } from '../common/actor.js';
import type { ErrorCode } from '../common/app-error.js';
import type { Role } from '../common/roles.js';
import { anonymousActorOf, type AuthenticatedRequest } from './authenticated-request.js';
import { LocalAuthGuard, type LocalAuthOptions } from './guards/local-auth.guard.js';

export const ACCESS = 'tessera:access';

export interface Access {
  /** How a caller may prove himself: `anyone` needs no proof, `password` is a login by its body. */
  readonly by: 'anyone' | 'password' | readonly ('basic' | 'bearer')[];
  /** Whoever may call; absent for everyone who has proved himself. */
  readonly roles?: readonly Role[];
  /** What a call without an `Authorization` header is told; `credentials_missing` unless a document wants another. */
  readonly whenMissing?: ErrorCode;
}

/** Declares a route that needs no credentials. */
export function Anonymous(): MethodDecorator & ClassDecorator {
  return SetMetadata(ACCESS, { by: 'anyone' } satisfies Access);
}

/** Declares how callers of a route prove themselves, and who of them may call. */
export function Authenticated(
  by: readonly ('basic' | 'bearer')[],
  rules: Omit<Access, 'by'> = {},
): MethodDecorator & ClassDecorator {
  return SetMetadata(ACCESS, { by, ...rules } satisfies Access);
}

/** Declares a route that proves the caller by the `username` and `password` in its body, which is a `dto`. */
export function PasswordLogin(dto: Type<object>, options?: LocalAuthOptions): MethodDecorator & ClassDecorator {
  const guard = UseGuards(LocalAuthGuard(dto, options));
  return applyDecorators(SetMetadata(ACCESS, { by: 'password' } satisfies Access), guard);
}

/** The caller of a route that declares authentication, as an actor. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): UserActor => {
  const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!request.user) throw new Error('A handler asks for the caller of a route that anyone may call');
  return authenticatedAs(anonymousActorOf(request), request.user);
});

/** The caller of a route that anyone may call. */
export const AnonymousCaller = createParamDecorator((_: unknown, context: ExecutionContext): AnonymousActor =>
  anonymousActorOf(context.switchToHttp().getRequest<AuthenticatedRequest>()),
);

import {
  applyDecorators,
  createParamDecorator,
  SetMetadata,
  UseGuards,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import { ApiBody, ApiExtension } from '@nestjs/swagger';
import { authenticatedAs, type AnonymousActor, type UserActor } from '../common/actor.js';
import type { ErrorCode } from '../common/app-error.js';
import type { Role } from '../common/roles.js';
import { anonymousActorOf, type AuthenticatedRequest } from './authenticated-request.js';
import { LocalAuthGuard, type LocalAuthOptions } from './guards/local-auth.guard.js';

export const ACCESS = 'tessera:access';

/** Where an operation of the OpenAPI document has its `Access` while the document is generated. */
export const ACCESS_EXTENSION = 'x-access';

/** `cookie` is that of a console session. */
export type AuthenticationScheme = 'basic' | 'bearer' | 'cookie';

/** How operators and users authenticate at what is ours; the documented families say which of these they take. */
export const EVERY_SCHEME = ['basic', 'bearer', 'cookie'] as const satisfies readonly AuthenticationScheme[];

export interface Access {
  /** How a caller authenticates: `anyone` need not, `password` is a login by the body. */
  readonly by: 'anyone' | 'password' | readonly AuthenticationScheme[];
  /** Whoever may call; absent for everyone who is authenticated. */
  readonly roles?: readonly Role[];
  /** Whether a login passes that needs a further step, such as another password. */
  readonly stepsFollow?: boolean;
  /** Whether a call without credentials passes, from anyone. */
  readonly optional?: boolean;
  /** What a call without an `Authorization` header is told; `credentials_missing` unless a document wants another. */
  readonly whenMissing?: ErrorCode;
  /** Whether a login by the body must come from a page of this service. */
  readonly sameOrigin?: boolean;
  /** Whether a request with this body is so dangerous that the console must have asked for the password lately. */
  readonly freshPassword?: (body: unknown) => boolean;
}

/** For `freshPassword`: whatever the body says. */
export const always = (): boolean => true;

/** Declares a route that needs no credentials. */
export function Anonymous(): MethodDecorator & ClassDecorator {
  return declare({ by: 'anyone' });
}

/** Declares how callers of a route authenticate, and who of them may call. */
export function Authenticated(
  by: readonly AuthenticationScheme[],
  rules: Pick<Access, 'roles' | 'optional' | 'whenMissing' | 'freshPassword'> = {},
): MethodDecorator & ClassDecorator {
  return declare({ by, ...rules });
}

/** Declares a route that authenticates the caller by the `username` and `password` in its body, which is a `dto`. */
export function PasswordLogin(
  dto: Type<object>,
  options: LocalAuthOptions & Pick<Access, 'sameOrigin'> = {},
): MethodDecorator & ClassDecorator {
  const { stepsFollow = false, sameOrigin = false } = options;
  const guard = UseGuards(LocalAuthGuard(dto, options));
  return applyDecorators(declare({ by: 'password', stepsFollow, sameOrigin }), guard, ApiBody({ type: dto }));
}

/** For the guard, and for the OpenAPI document. */
function declare(access: Access): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(ACCESS, access), ApiExtension(ACCESS_EXTENSION, access));
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

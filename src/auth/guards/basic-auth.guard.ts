import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AppError } from '../../common/app-error.js';
import { AuthService } from '../auth.service.js';
import { anonymousActorOf, type AuthenticatedRequest } from '../authenticated-request.js';
import { parseBasicCredentials } from '../basic-credentials.js';

const HEADER = /^basic +(.*)$/is;

/** Authenticates the caller by HTTP Basic (RFC 7617). */
@Injectable()
export class BasicAuthGuard implements CanActivate {
  constructor(private readonly auth: AuthService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const encoded = HEADER.exec(request.headers.authorization ?? '')?.[1];
    const credentials = encoded === undefined ? undefined : parseBasicCredentials(encoded);
    if (!credentials) throw new AppError('credentials_invalid', 'Invalid username or password');
    const { username, password } = credentials;
    request.user = await this.auth.checkBasic(anonymousActorOf(request), username, password);
    return true;
  }
}

import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import type { PasswordPrincipal } from '../common/principal.js';
import { AuthService } from './auth.service.js';
import { anonymousActorOf } from './authenticated-request.js';

/** Authenticates a login by `username` and `password` in the body. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly auth: AuthService) {
    super({ passReqToCallback: true });
  }

  validate(request: FastifyRequest, username: string, password: string): Promise<PasswordPrincipal> {
    return this.auth.checkLogin(anonymousActorOf(request), username, password);
  }
}

import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import type { Principal } from '../common/principal.js';
import { AuthService } from './auth.service.js';

/** Proves a login by `username` and `password` in the body. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly auth: AuthService) {
    super({ passReqToCallback: true });
  }

  validate({ ip }: FastifyRequest, username: string, password: string): Promise<Principal> {
    return this.auth.checkLogin(username, password, ip);
  }
}

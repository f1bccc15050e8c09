import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import type { Principal } from '../common/principal.js';
import { AuthService } from './auth.service.js';

/** Proves a login by `username` and `password` in the body. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly auth: AuthService) {
    super();
  }

  validate(username: string, password: string): Promise<Principal> {
    return this.auth.checkPassword(username, password);
  }
}

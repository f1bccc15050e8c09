import { Module } from '@nestjs/common';
import { TokensModule } from '../../tokens/tokens.module.js';
import type { ApiFamily } from '../api-family.js';
import { OAuthErrorResponseDto } from './dto/responses.dto.js';
import { ForwardAuthController } from './forward-auth.controller.js';
import { OAuth2Controller } from './oauth2.controller.js';
import { oauth2Dialect } from './oauth2.errors.js';

@Module({ imports: [TokensModule], controllers: [OAuth2Controller, ForwardAuthController] })
class OAuth2Module {}

export const oauth2Family: ApiFamily = {
  name: 'oauth2',
  prefixes: ['/oauth2', '/auth'],
  module: OAuth2Module,
  dialect: oauth2Dialect,
  errorDto: OAuthErrorResponseDto,
  forms: true,
};

import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth/auth.module.js';
import { ContextsModule } from '../../contexts/contexts.module.js';
import type { ApiFamily } from '../api-family.js';
import { AuthtokensErrorResponseDto } from './dto/responses.dto.js';
import { AuthtokensController } from './authtokens.controller.js';
import { authtokensDialect } from './authtokens.errors.js';

@Module({ imports: [AuthModule, ContextsModule], controllers: [AuthtokensController] })
class AuthtokensModule {}

export const authtokensFamily: ApiFamily = {
  name: 'authtokens',
  prefixes: ['/api/authtokens', '/authtokens'],
  module: AuthtokensModule,
  ignoresQuery: true,
  dialect: authtokensDialect,
  errorDto: AuthtokensErrorResponseDto,
};

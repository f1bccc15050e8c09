import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth/auth.module.js';
import { SessionsModule } from '../../sessions/sessions.module.js';
import type { ApiFamily } from '../api-family.js';
import { V1ErrorResponseDto } from './dto/responses.dto.js';
import { V1Controller } from './v1.controller.js';
import { V1FactorsController } from './v1-factors.controller.js';
import { v1Dialect } from './v1.errors.js';

@Module({ imports: [AuthModule, SessionsModule], controllers: [V1Controller, V1FactorsController] })
class V1Module {}

export const v1Family: ApiFamily = {
  name: 'v1',
  prefixes: ['/v1'],
  module: V1Module,
  ignoresQuery: true,
  forms: true,
  anyOrigin: true,
  dialect: v1Dialect,
  errorDto: V1ErrorResponseDto,
};

import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth/auth.module.js';
import { SettingsModule } from '../../settings/settings.module.js';
import { TokensModule } from '../../tokens/tokens.module.js';
import type { ApiFamily } from '../api-family.js';
import { Api2Controller } from './api2.controller.js';
import { api2Dialect } from './api2.errors.js';
import { Api2ErrorResponseDto } from './dto/responses.dto.js';

@Module({ imports: [AuthModule, TokensModule, SettingsModule], controllers: [Api2Controller] })
class Api2Module {}

export const api2Family: ApiFamily = {
  name: 'api2',
  prefixes: ['/api2'],
  module: Api2Module,
  ignoresQuery: true,
  anyMediaType: true,
  dialect: api2Dialect,
  errorDto: Api2ErrorResponseDto,
};

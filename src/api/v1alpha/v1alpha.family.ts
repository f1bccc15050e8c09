import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../../api-keys/api-keys.module.js';
import { AuthModule } from '../../auth/auth.module.js';
import type { ApiFamily } from '../api-family.js';
import { V1alphaErrorResponseDto } from './dto/responses.dto.js';
import { V1alphaController } from './v1alpha.controller.js';
import { v1alphaDialect } from './v1alpha.errors.js';

@Module({ imports: [AuthModule, ApiKeysModule], controllers: [V1alphaController] })
class V1alphaModule {}

export const v1alphaFamily: ApiFamily = {
  name: 'v1alpha',
  prefixes: ['/api/v1alpha', '/v1alpha'],
  module: V1alphaModule,
  ignoresQuery: true,
  dialect: v1alphaDialect,
  errorDto: V1alphaErrorResponseDto,
};

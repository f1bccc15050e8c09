import { Module } from '@nestjs/common';
import { SigningKeysModule } from '../../signing-keys/signing-keys.module.js';
import type { ApiFamily } from '../api-family.js';
import { WellKnownController } from './well-known.controller.js';

@Module({ imports: [SigningKeysModule], controllers: [WellKnownController] })
class WellKnownModule {}

export const wellKnownFamily: ApiFamily = {
  name: 'well-known',
  prefixes: ['/.well-known'],
  module: WellKnownModule,
  anyOrigin: true,
};

import { Module } from '@nestjs/common';
import { SigningKeysModule } from '../../signing-keys/signing-keys.module.js';
import { WellKnownController } from './well-known.controller.js';

@Module({ imports: [SigningKeysModule], controllers: [WellKnownController] })
export class WellKnownModule {}

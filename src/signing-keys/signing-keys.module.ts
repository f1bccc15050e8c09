import { Module } from '@nestjs/common';
import { KeyRotationService } from './key-rotation.service.js';
import { KeySeal } from './key-seal.js';
import { SigningKeysService } from './signing-keys.service.js';

@Module({
  providers: [SigningKeysService, KeyRotationService, KeySeal],
  exports: [SigningKeysService, KeyRotationService],
})
export class SigningKeysModule {}

import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth/auth.module.js';
import { ContextsModule } from '../../contexts/contexts.module.js';
import { VerifyController } from './verify.controller.js';

@Module({ imports: [AuthModule, ContextsModule], controllers: [VerifyController] })
export class VerifyModule {}

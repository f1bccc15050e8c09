import { Module } from '@nestjs/common';
import { ForwardedFor } from '../http/forwarded-for.js';
import { HealthController } from './health.controller.js';

@Module({ controllers: [HealthController], providers: [ForwardedFor], exports: [ForwardedFor] })
export class HealthModule {}

import { Global, Module } from '@nestjs/common';
import { ActivityCounters } from './activity.js';
import { Clock } from './clock.js';

@Global()
@Module({ providers: [Clock, ActivityCounters], exports: [Clock, ActivityCounters] })
export class CommonModule {}

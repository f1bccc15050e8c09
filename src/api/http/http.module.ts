import { Module } from '@nestjs/common';
import { ForwardedFor } from './forwarded-for.js';

/** What looks at every request, for those who tell of it. */
@Module({ providers: [ForwardedFor], exports: [ForwardedFor] })
export class HttpModule {}

import { Module } from '@nestjs/common';
import { MailQueue } from './mail-queue.js';
import { Mailer } from './mailer.js';

@Module({ providers: [Mailer, MailQueue], exports: [MailQueue] })
export class MailModule {}

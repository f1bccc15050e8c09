import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Config } from '../config/config.js';
import type { Mail } from './mail.js';

/** Together well below the time after which the queue delivers a mail again (DELIVERY_TIMEOUT_SECONDS). */
const CONNECT_TIMEOUT_MS = 8_000;
const SILENCE_TIMEOUT_MS = 15_000;

/** Delivers mail by SMTP; in development without SMTP_URL, to the terminal. */
@Injectable()
export class Mailer implements OnModuleInit {
  /** Null in production without SMTP_URL: no mail can be sent. */
  readonly deliver: ((mail: Mail) => Promise<void>) | null;
  private readonly logger = new Logger(Mailer.name);

  constructor({ smtpUrl, mailFrom, production }: Config) {
    this.deliver = smtpUrl ? bySmtp(smtpUrl, mailFrom) : production ? null : toTerminal;
  }

  onModuleInit(): void {
    if (!this.deliver) this.logger.warn('SMTP_URL is not set: passwords cannot be reset by mail');
  }
}

function bySmtp(url: string, from: string): (mail: Mail) => Promise<void> {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    dnsTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (mail) => {
    await transport.sendMail({ from, ...mail });
  };
}

function toTerminal({ to, subject, text }: Mail): Promise<void> {
  process.stdout.write(`\n--- Mail (SMTP_URL is not set) ---\nTo: ${to}\nSubject: ${subject}\n\n${text}---\n\n`);
  return Promise.resolve();
}

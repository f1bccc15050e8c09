import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import type { LogLevel } from '../config/config.js';

/** Writes what Nest's loggers log, one JSON object a line: `{level, time, context, msg, ...}`. */
export class StructuredLogger implements LoggerService {
  private readonly pino: Logger;

  /** @param destination standard output unless another is given. */
  constructor(level: LogLevel, destination?: DestinationStream) {
    const options: LoggerOptions = {
      level,
      base: { pid: process.pid },
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: serializeError },
    };
    this.pino = destination ? pino(options, destination) : pino(options);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  /** `rest` ends with the logger's name; for errors a stack precedes it. */
  private write(
    level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = rest.at(-1);
    const stack = rest.length > 1 ? rest[0] : undefined;
    // Nest logs each module and route that it sets up: of use only where a start fails.
    const ownLevel = level === 'info' && NEST_CONTEXTS.has(String(context)) ? 'debug' : level;
    if (typeof message === 'object' && message !== null) this.pino[ownLevel]({ context, ...message });
    else this.pino[ownLevel]({ context, ...(typeof stack === 'string' && { stack }) }, String(message));
  }
}

const NEST_CONTEXTS = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/**
 * Copies the fields of an error, and of its causes, that hold no secret. The error of a failed statement also carries
 * the statement's parameters, which may be hashes or digests.
 */
export function serializeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  return { name, message, stack, code, ...(cause !== undefined && { cause: serializeError(cause) }) };
}

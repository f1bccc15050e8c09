import { ProblemError } from '@tessera-auth/client';
import { CommanderError } from 'commander';
import { CommandFailure, EXIT, type ExitCode } from './exit-codes.js';
import { plainText } from './output/plain-text.js';
import { createProgram } from './program.js';
import type { Terminal } from './terminal.js';

/** Runs one command. @param args without the name of the program. @returns its exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    await createProgram(terminal).parseAsync(args, { from: 'user' });
    return EXIT.ok;
  } catch (error) {
    // Commander has said what there is to say.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    terminal.stderr.write(`${sentenceOf(error).split('\n').map(plainText).join('\n')}\n`);
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommandFailure) return error.exitCode;
  return error instanceof ProblemError && error.status === 401 ? EXIT.notLoggedIn : EXIT.remoteError;
}

function sentenceOf(error: unknown): string {
  if (error instanceof ProblemError) return problemSentence(error);
  const { message, cause } = error as Error & { readonly cause?: NodeJS.ErrnoException };
  // What `fetch` itself throws says no more than that it failed.
  return cause ? `The service is not reached: ${cause.message || cause.code}` : message;
}

function problemSentence({ message, fields, requestId, retryAfterSeconds }: ProblemError): string {
  const others = fields.map((field) => field.message).filter((text) => !message.includes(text));
  const again = retryAfterSeconds === undefined ? [] : [`Try again in ${retryAfterSeconds} seconds.`];
  const request = requestId === null ? [] : [`Request ${requestId}`];
  return [[message, ...others, ...again].join('\n'), ...request].join('\n');
}

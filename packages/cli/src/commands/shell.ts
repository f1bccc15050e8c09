import { ProblemError, type components } from '@tessera-auth/client';
import { Option, type Command } from 'commander';
import { CommandFailure, EXIT, usageFault } from '../exit-codes.js';
import { Session, type GlobalOptions } from '../session/session.js';
import type { Terminal } from '../terminal.js';

/** Gives each command that is run its session. */
export class Shell {
  constructor(private readonly terminal: Terminal) {}

  /** Commander's action for `act`, which takes the options before the operands. */
  act<Options, Operands extends readonly unknown[]>(
    act: (session: Session, options: Options, ...operands: Operands) => Promise<void>,
  ): (...given: unknown[]) => Promise<void> {
    return async (...given) => {
      const command = given.at(-1) as Command;
      const operands = given.slice(0, -2) as unknown as Operands;
      const options = command.optsWithGlobals<GlobalOptions>();
      await act(new Session(this.terminal, options), options as Options, ...operands);
    };
  }
}

export type Role = components['schemas']['UserResponseDto']['role'];
export const ROLES: readonly Role[] = ['admin', 'auditor', 'viewer', 'service'];

/** Of a command that lists. */
export interface ListOptions {
  readonly limit?: number;
}

export const LIMIT = (): Option =>
  new Option('--limit <count>', 'at most so many (default: all)').argParser((text) => wholeNumber(text, '--limit'));

export const REASON = (): Option =>
  new Option('--reason <text>', 'why; it stays with what was ended').makeOptionMandatory();

export const PASSWORD_STDIN = (): Option => new Option('--password-stdin', 'read the password from standard input');

/** @throws CommandFailure `usage`. */
export function wholeNumber(text: string, what: string): number {
  if (!/^\d{1,15}$/.test(text)) throw usageFault(`${what} must be a whole number.`);
  return Number(text);
}

/** Several names with commas between. */
export function commaSeparated(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * Does the act for each target, and says of each that fails why.
 * @throws CommandFailure `partlyDone` where some failed; what was thrown where that was the only one, or nobody is logged in.
 */
export async function forEach(
  session: Session,
  targets: readonly string[],
  act: (target: string) => Promise<void>,
): Promise<void> {
  let done = 0;
  for (const target of targets) {
    try {
      await act(target);
      done++;
    } catch (error) {
      const concernsAll = targets.length === 1 || !(error instanceof ProblemError) || error.status === 401;
      if (concernsAll && done === 0) throw error;
      session.say(`${target}: ${(error as Error).message}`);
      if (concernsAll) break;
    }
  }
  if (done === targets.length) return;
  throw new CommandFailure(done > 0 ? EXIT.partlyDone : EXIT.remoteError, `${done} of ${targets.length} done.`);
}

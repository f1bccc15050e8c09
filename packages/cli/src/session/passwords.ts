import { CommandFailure, EXIT, usageFault } from '../exit-codes.js';
import { isInteractive, readAll, type Terminal } from '../terminal.js';
import { askSecret } from './prompt.js';

/** Of a command that takes a password. */
export interface PasswordOptions {
  readonly passwordStdin?: boolean;
}

/**
 * A password that exists: from standard input where that was asked for, from TESSERA_PASSWORD, or from whoever sits
 * at the terminal. Never from an argument, which every process on the machine can read.
 */
export async function readPassword(terminal: Terminal, options: PasswordOptions, whose: string): Promise<string> {
  if (options.passwordStdin) return readPasswordLine(terminal);
  const { TESSERA_PASSWORD } = terminal.env;
  if (TESSERA_PASSWORD) return TESSERA_PASSWORD;
  requireTerminal(terminal, 'TESSERA_PASSWORD');
  return askSecret(terminal, `Password of ${whose}: `);
}

/** A password to set: from standard input, from TESSERA_NEW_PASSWORD, or asked for twice. */
export async function readNewPassword(terminal: Terminal, options: PasswordOptions, whose: string): Promise<string> {
  if (options.passwordStdin) return readPasswordLine(terminal);
  const { TESSERA_NEW_PASSWORD } = terminal.env;
  if (TESSERA_NEW_PASSWORD) return TESSERA_NEW_PASSWORD;
  requireTerminal(terminal, 'TESSERA_NEW_PASSWORD');
  const password = await askSecret(terminal, `New password of ${whose}: `);
  if (password === (await askSecret(terminal, 'Once more: '))) return password;
  throw new CommandFailure(EXIT.declined, 'The two are not the same. Nothing was done.');
}

/** The newline that ends a line is none of the password; everything else is. */
async function readPasswordLine(terminal: Terminal): Promise<string> {
  const password = (await readAll(terminal.stdin)).replace(/\r?\n$/, '');
  if (password === '') throw usageFault('Standard input has no password.');
  return password;
}

function requireTerminal(terminal: Terminal, variable: string): void {
  if (isInteractive(terminal)) return;
  throw usageFault(`There is no terminal to ask for the password at: set ${variable}, or use --password-stdin.`);
}

import { CommandFailure, EXIT, usageFault } from '../exit-codes.js';
import { isInteractive, readAll, type Terminal } from '../terminal.js';
import { askLine, askSecret } from './prompt.js';

const CODE_QUESTION = 'Code of your authenticator app, or a recovery code: ';

/** Of a command that takes a password. */
export interface PasswordOptions {
  readonly passwordStdin?: boolean;
}

/** Of a command that may take the code of a second factor as well. */
export interface CodeOptions {
  readonly codeStdin?: boolean;
}

/** Of an authenticator app, or a recovery code: from standard input, from TESSERA_CODE, or asked for. */
export async function readCode(terminal: Terminal, { codeStdin }: CodeOptions): Promise<string> {
  const { TESSERA_CODE } = terminal.env;
  if (!codeStdin && !TESSERA_CODE && !isInteractive(terminal)) {
    throw usageFault('A second factor is asked for: set TESSERA_CODE to its code, or use --code-stdin.');
  }
  const text = codeStdin ? await readAll(terminal.stdin) : (TESSERA_CODE ?? (await askLine(terminal, CODE_QUESTION)));
  const code = text.trim();
  if (code === '') throw usageFault('A code is needed.');
  return code;
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

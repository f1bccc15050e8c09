import type { TesseraClient } from '@tessera-auth/client';
import { CommandFailure, EXIT, usageFault } from '../exit-codes.js';
import { Printer, type Format } from '../output/printer.js';
import { isInteractive, readAll, type Terminal } from '../terminal.js';
import { Login } from './login.js';
import { askLine } from './prompt.js';

/** What every command takes. */
export interface GlobalOptions {
  readonly url?: string;
  readonly output?: Format;
  readonly yes?: boolean;
}

/** One run of one command. */
export class Session {
  readonly login: Login;
  readonly print: Printer;

  constructor(
    readonly terminal: Terminal,
    private readonly options: GlobalOptions,
  ) {
    this.login = new Login(terminal, options.url);
    this.print = new Printer(terminal, options.output);
  }

  client(): Promise<TesseraClient> {
    return this.login.client();
  }

  say(text: string): void {
    this.print.say(text);
  }

  /** @throws CommandFailure `declined` where the user does not say yes, `usage` where nobody can be asked. */
  async confirm(question: string): Promise<void> {
    if (this.options.yes) return;
    if (!isInteractive(this.terminal)) throw usageFault(`${question} There is no terminal to ask at: say --yes.`);
    const response = await askLine(this.terminal, `${question} [y/N] `);
    if (!/^y(es)?$/i.test(response.trim())) throw new CommandFailure(EXIT.declined, 'Nothing was done.');
  }

  /**
   * A token's text, which stands on standard input: an argument would be in the list of processes and in the history.
   * @param argument what stood there; anything but `-` is refused, and not repeated.
   */
  async readToken(argument: string): Promise<string> {
    if (argument !== '-') throw usageFault('A token is read from standard input: write - in its place.');
    const token = (await readAll(this.terminal.stdin)).trim();
    if (token === '') throw usageFault('Standard input has no token.');
    return token;
  }
}

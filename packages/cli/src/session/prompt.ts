import { StringDecoder } from 'node:string_decoder';
import { CommandFailure, EXIT, usageFault } from '../exit-codes.js';
import { isInteractive, type Input, type Terminal } from '../terminal.js';

const INTERRUPT = '\u0003';
const END = '\u0004';
const ERASE_LINE = '\u0015';
const BACKSPACES = new Set(['\b', '\u007f']);
const ENTERS = new Set(['\r', '\n']);

/** Asks for a line, which is not shown as it is typed. @throws CommandFailure `declined` where the user interrupts. */
export async function askSecret(terminal: Terminal, question: string): Promise<string> {
  requireInteractive(terminal, question);
  // Before the question is there: whoever responds to it at once, as a script does, would see it echoed.
  terminal.stdin.setRawMode?.(true);
  terminal.stderr.write(question);
  try {
    return await readHiddenLine(terminal.stdin);
  } finally {
    terminal.stderr.write('\n');
  }
}

/** Asks for a line. @throws CommandFailure `declined` where the user interrupts or closes the input. */
export async function askLine(terminal: Terminal, question: string): Promise<string> {
  requireInteractive(terminal, question);
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: terminal.stdin, output: terminal.stderr, terminal: false });
  try {
    return await new Promise((resolve, reject) => {
      lines.once('line', resolve);
      lines.once('close', () => reject(declined()));
      terminal.stderr.write(question);
    });
  } finally {
    lines.close();
  }
}

function requireInteractive(terminal: Terminal, question: string): void {
  if (isInteractive(terminal)) return;
  throw usageFault(`There is no terminal to ask at: ${question.trim()}`);
}

/** In raw mode, which it ends. Takes every character as it is but those that edit and end the line. */
function readHiddenLine(stdin: Input): Promise<string> {
  const decoder = new StringDecoder('utf8');
  let line: string[] = [];
  return new Promise<string>((resolve, reject) => {
    const end = (settle: () => void): void => {
      stdin.off('data', onData);
      stdin.off('end', onEnd);
      stdin.setRawMode?.(false);
      stdin.pause();
      settle();
    };
    const onEnd = (): void => end(() => reject(declined()));
    const onData = (chunk: Buffer): void => {
      const characters = [...decoder.write(chunk)];
      for (const [n, character] of characters.entries()) {
        if (ENTERS.has(character)) {
          const typedAhead = characters.slice(n + 1).join('');
          return end(() => {
            if (typedAhead) stdin.unshift(Buffer.from(typedAhead));
            resolve(line.join(''));
          });
        }
        if (character === INTERRUPT || character === END) return onEnd();
        if (character === ERASE_LINE) line = [];
        else if (BACKSPACES.has(character)) line.pop();
        else line.push(character);
      }
    };
    stdin.on('data', onData);
    stdin.on('end', onEnd);
    stdin.resume();
  });
}

function declined(): CommandFailure {
  return new CommandFailure(EXIT.declined, 'Nothing was done.');
}

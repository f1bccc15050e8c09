import type { Readable, Writable } from 'node:stream';

/** Where a command reads. */
export interface Input extends Readable {
  readonly isTTY?: boolean;
  /** Of a terminal: in raw mode nothing is echoed, and every key is read as it is pressed. */
  setRawMode?(isRaw: boolean): unknown;
}

/** Where a command writes. */
export interface Output extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Everything of the process that a command may touch, so that tests can run commands without one. */
export interface Terminal {
  readonly stdin: Input;
  /** For data. */
  readonly stdout: Output;
  /** For words, questions and progress. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Calls `listener` when the user interrupts. @returns what takes it off again. */
  onInterrupt(listener: () => void): () => void;
}

/** Whether somebody is there to be asked. */
export function isInteractive({ stdin, stderr }: Terminal): boolean {
  return Boolean(stdin.isTTY && stderr.isTTY);
}

/** https://no-color.org */
export function hasColour(output: Output, { NO_COLOR }: Terminal['env']): boolean {
  return Boolean(output.isTTY && !NO_COLOR);
}

/** Writes, and waits while the reader is slower than we are. */
export async function write(output: Output, text: string | Uint8Array): Promise<void> {
  if (output.write(text)) return;
  await new Promise<void>((resolve) => output.once('drain', resolve));
}

/** The whole of standard input as text. */
export async function readAll(input: Input): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

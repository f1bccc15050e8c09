import { PassThrough } from 'node:stream';
import { run } from '../../packages/cli/src/run.js';

/** How a command ended. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly env?: Record<string, string | undefined>;
  /** What stands on standard input where it is no terminal. */
  readonly stdin?: string;
  /** So many columns has the terminal that all three streams are. */
  readonly columns?: number;
  /** What the user types, each after standard error has shown its question. */
  readonly typed?: readonly (readonly [question: string, keys: string | ((shown: string) => string)])[];
  /** Called once, as soon as this much of standard output is there: the user interrupts. */
  readonly interruptAt?: (stdout: string) => boolean;
}

/** Runs `tessera` in this process. */
export async function tessera(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const isTTY = options.columns !== undefined || options.typed !== undefined;
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const listeners = new Set<() => void>();
  const result = { stdout: '', stderr: '' };
  const typed = [...(options.typed ?? [])];
  stdout.setEncoding('utf8').on('data', (text: string) => {
    result.stdout += text;
    if (options.interruptAt?.(result.stdout)) for (const listener of listeners) listener();
  });
  stderr.setEncoding('utf8').on('data', (text: string) => {
    result.stderr += text;
    if (typed[0] && result.stderr.endsWith(typed[0][0])) stdin.write(keysOf(typed.shift()![1], result.stderr));
  });
  if (!isTTY) stdin.end(options.stdin ?? '');
  const terminal = { isTTY, columns: options.columns ?? 80 };
  const code = await run(args, {
    stdin: Object.assign(stdin, { isTTY, setRawMode: () => undefined }),
    stdout: Object.assign(stdout, terminal),
    stderr: Object.assign(stderr, terminal),
    env: options.env ?? {},
    onInterrupt: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  // What was written last is read a turn later.
  await new Promise((resolve) => setImmediate(resolve));
  return { code, ...result };
}

function keysOf(keys: string | ((shown: string) => string), shown: string): string {
  return typeof keys === 'string' ? keys : keys(shown);
}

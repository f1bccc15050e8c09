import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { until } from './verification-paths.js';

export type ProxyKind = 'nginx' | 'Caddy';

/** The addresses of the proxy, and of the services that it calls. */
interface Addresses {
  readonly port: number;
  /** Host and port. */
  readonly tessera: string;
  readonly backend: string;
  /** The context to require, which the comment in docs/verifying.md names. */
  readonly context?: string | undefined;
}

interface Recipe {
  readonly command: string;
  /** The language of the lines in docs/verifying.md. */
  readonly language: string;
  /** Puts the addresses of the test into the document's lines. */
  readonly fill: (lines: string, addresses: Addresses) => string;
  /** Adds what the document leaves to the installation. */
  readonly complete: (configuration: string, folder: string) => string;
  readonly run: (file: string, folder: string) => readonly string[];
}

const RECIPES: Readonly<Record<ProxyKind, Recipe>> = {
  nginx: {
    command: 'nginx',
    language: 'nginx',
    fill: (lines, { port, tessera, backend, context }) =>
      replaceAll(lines, {
        'server 127.0.0.1:3000;': `server ${tessera};`,
        'listen 8080;': `listen 127.0.0.1:${port};`,
        '//backend;': `//${backend};`,
        '/auth/verify;   # ?context=NAME': `/auth/verify${context ? `?context=${context}` : ''};`,
      }),
    complete: (configuration, folder) => `
daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  ${configuration}
}`,
    run: (file, folder) => ['-c', file, '-e', join(folder, 'error.log')],
  },
  Caddy: {
    command: 'caddy',
    language: 'caddyfile',
    fill: (lines, { port, tessera, backend, context }) =>
      replaceAll(lines, {
        ':8080 {': `:${port} {`,
        'forward_auth 127.0.0.1:3000 {': `forward_auth ${tessera} {`,
        'reverse_proxy backend {': `reverse_proxy ${backend} {`,
        '/auth/verify?   #': `/auth/verify?${context ? `context=${context}` : ''}   #`,
      }),
    complete: (configuration) => `{\n  admin off\n  default_bind 127.0.0.1\n}\n${configuration}`,
    run: (file) => ['run', '--config', file, '--adapter', 'caddyfile'],
  },
};

/** Whether the proxy can be run on this machine. */
export function isInstalled(kind: ProxyKind): boolean {
  try {
    execFileSync(RECIPES[kind].command, [kind === 'nginx' ? '-v' : 'version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A real proxy that runs with the lines of docs/verifying.md until it is closed. */
export class FrontProxy {
  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async start(kind: ProxyKind, addresses: Omit<Addresses, 'port'>): Promise<FrontProxy> {
    const { command, language, fill, complete, run } = RECIPES[kind];
    const folder = mkdtempSync(join(process.env.TESSERA_TEST_FOLDER!, `${command}-`));
    const port = await freePort();
    const file = join(folder, 'configuration');
    writeFileSync(file, complete(fill(linesOfDocument(language), { ...addresses, port }), folder));
    const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
    const child = spawn(command, run(file, folder), { stdio: 'ignore', env });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const url = `http://127.0.0.1:${port}/`;
    await until(() => {
      if (child.exitCode !== null) throw new Error(`${kind} ended with ${child.exitCode}`);
      return fetch(url).then(
        () => true,
        () => false,
      );
    });
    return new FrontProxy(url, async () => {
      child.kill('SIGTERM');
      await ended;
    });
  }
}

function linesOfDocument(language: string): string {
  const document = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'verifying.md'), 'utf8');
  const lines = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(document)?.[1];
  if (lines === undefined) throw new Error(`docs/verifying.md has no lines of ${language}`);
  return lines;
}

/** @throws Error for a text that the document does not have: the test would not test the document. */
function replaceAll(text: string, replacements: Readonly<Record<string, string>>): string {
  return Object.entries(replacements).reduce((current, [from, to]) => {
    if (!current.includes(from)) throw new Error(`The lines in docs/verifying.md have no "${from}"`);
    return current.replace(from, to);
  }, text);
}

async function freePort(): Promise<number> {
  const socket = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => socket.once('listening', resolve));
  const { port } = socket.address() as AddressInfo;
  await new Promise((resolve) => socket.close(resolve));
  return port;
}

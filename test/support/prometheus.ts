import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFreePort } from '../../src/embedded-postgres/free-port.js';
import { describeWith, findProgram } from './installed-program.js';

const HINT = 'install one (apt-get install prometheus)';
const PROMETHEUS = { title: 'Prometheus', names: ['prometheus'], requiredBy: 'REQUIRE_PROMETHEUS', hint: HINT };
const PROMTOOL = { title: 'promtool', names: ['promtool'], requiredBy: 'REQUIRE_PROMETHEUS', hint: HINT };

/** The folder of the configuration that we ship. */
export const PROMETHEUS_FOLDER = resolve('ops/prometheus');

/** Like `describe`, for specs that need Prometheus and its promtool. */
export function describeWithPrometheus(name: string, specs: () => void): void {
  describeWith(PROMETHEUS, name, specs);
}

/** @returns what promtool prints, and how it ends. */
export function promtool(args: readonly string[], input = ''): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(findProgram(PROMTOOL)!, args, { input, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** One value of a query, with the labels of its series. */
export interface QueriedValue {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [time: number, value: string];
}

/** An alert that fires, or is about to. */
export interface FiringAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly state: 'pending' | 'firing';
}

interface Rule {
  readonly name: string;
  readonly query: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A real Prometheus with the configuration that we ship, but for its targets and what `changeRules` changes. */
export class Prometheus {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    private readonly url: string,
  ) {}

  /** @param ports on which /metrics is served. @param changeRules gets and returns the text of alerts.yml. */
  static async start(
    ports: readonly number[],
    changeRules: (rules: string) => string = (rules) => rules,
  ): Promise<Prometheus> {
    const folder = await mkdtemp(join(tmpdir(), 'tessera-prometheus-'));
    await cp(PROMETHEUS_FOLDER, folder, { recursive: true });
    const targets = ports.map((port) => `127.0.0.1:${port}`).join(', ');
    await change(join(folder, 'prometheus.yml'), (text) =>
      text
        .replaceAll(/_interval: 15s/g, '_interval: 500ms')
        .replace('scrape_timeout: 5s', 'scrape_timeout: 500ms')
        .replace('tessera:9464', targets),
    );
    await change(join(folder, 'alerts.yml'), changeRules);
    const address = `127.0.0.1:${await findFreePort()}`;
    const process = spawn(
      findProgram(PROMETHEUS)!,
      [
        `--config.file=${join(folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=${address}`,
        '--log.level=error',
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const prometheus = new Prometheus(process, folder, `http://${address}`);
    while (!(await prometheus.isReady()));
    return prometheus;
  }

  /** @throws Error where the expression is not valid. */
  async query(expression: string): Promise<QueriedValue[]> {
    const { result } = await this.get<{ result: QueriedValue[] }>(`query?query=${encodeURIComponent(expression)}`);
    return result;
  }

  /** The names of all labels of all series. */
  labels(): Promise<string[]> {
    return this.get('labels');
  }

  async rules(): Promise<Rule[]> {
    const { groups } = await this.get<{ groups: { rules: Rule[] }[] }>('rules');
    return groups.flatMap(({ rules }) => rules);
  }

  async alerts(): Promise<FiringAlert[]> {
    const { alerts } = await this.get<{ alerts: FiringAlert[] }>('alerts');
    return alerts;
  }

  async close(): Promise<void> {
    const exited = once(this.process, 'exit');
    this.process.kill();
    await exited;
    await rm(this.folder, { recursive: true });
  }

  private async isReady(): Promise<boolean> {
    if (this.process.exitCode !== null) throw new Error(`Prometheus ended with ${this.process.exitCode}`);
    return fetch(`${this.url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  private async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.url}/api/v1/${path}`);
    const body = (await response.json()) as { status: string; error?: string; data: T };
    if (body.status !== 'success') throw new Error(`${path}: ${body.error}`);
    return body.data;
  }
}

async function change(path: string, edit: (text: string) => string): Promise<void> {
  await writeFile(path, edit(await readFile(path, 'utf8')));
}

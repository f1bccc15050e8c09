import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Target {
  readonly expr: string;
  readonly legendFormat: string;
}

export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly datasource?: { readonly uid: string };
  readonly targets?: readonly Target[];
}

/** The board that we ship. */
export interface Board {
  readonly uid: string;
  readonly panels: readonly Panel[];
}

export async function readBoard(): Promise<Board> {
  return JSON.parse(await readFile('ops/grafana/tessera.json', 'utf8')) as Board;
}

/** Every expression of the board, with values for its variables. */
export function expressionsOf({ panels }: Board): string[] {
  const targets = panels.flatMap(({ targets = [] }) => targets);
  return targets.map(({ expr }) => expr.replaceAll('$job', 'tessera').replaceAll('$__rate_interval', '1m'));
}

/** The names of our metrics in a text, of a histogram its own. */
export function metricsIn(text: string): string[] {
  const names = text.matchAll(/\b(?:tessera|process|nodejs)_[a-z0-9_]+/g);
  return [...new Set([...names].map(([name]) => name.replace(/_(?:bucket|sum|count)$/, '')))];
}

/** The names of labels that an expression compares, or groups by. */
export function labelsIn(expression: string): string[] {
  const compared = [...expression.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, label]) => label!);
  const grouped = [...expression.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, labels]) => labels!.split(/,\s*/));
  return [...new Set([...compared, ...grouped])];
}

/** Reads the board and the alerts as one text. */
export async function boardAndAlerts(): Promise<string> {
  const alerts = await readFile(join('ops/prometheus', 'alerts.yml'), 'utf8');
  return [...expressionsOf(await readBoard()), alerts].join('\n');
}

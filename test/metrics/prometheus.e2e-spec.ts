import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boardAndAlerts, expressionsOf, labelsIn, metricsIn, readBoard, type Panel } from '../support/board.js';
import { describeWithPrometheus, Prometheus, PROMETHEUS_FOLDER, promtool } from '../support/prometheus.js';
import { metricsEnv, Scrape } from '../support/scrape.js';
import { bearer, TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describeWithPrometheus('a Prometheus that reads two instances', () => {
  let database: TestDatabase;
  let apps: TestApp[];
  let ports: number[];
  let prometheus: Prometheus;

  beforeAll(async () => {
    database = await createTestDatabase();
    const metrics = [await metricsEnv(), await metricsEnv()];
    ports = metrics.map(({ port }) => port);
    apps = [];
    for (const { env } of metrics) apps.push(await TestApp.start(database.url, { env }));
    const token = await apps[0]!.logIn(await apps[0]!.createUser('somebody'));
    for (const app of apps) await app.call('GET', '/auth/verify', { headers: bearer(token) });
    prometheus = await Prometheus.start(ports);
  });

  afterAll(async () => {
    await prometheus.close();
    for (const app of apps) await app.close();
    await database.drop();
  });

  it('has every metric of the board and of the alerts, of both', async () => {
    const instances = ports.map((port) => `127.0.0.1:${port}`).sort();
    while ((await prometheus.query('tessera_audit_checkpoint_age_seconds')).length < 2);
    for (const name of metricsIn(await boardAndAlerts())) {
      const found = await prometheus.query(`count by (instance) ({__name__=~"${name}(_count)?"})`);
      expect([name, ...found.map(({ metric }) => metric.instance).sort()]).toEqual([name, ...instances]);
    }
  });

  it('understands every expression of the board, whose labels all exist', async () => {
    const known = [...(await prometheus.labels()), 'alertname'];
    for (const expression of expressionsOf(await readBoard())) {
      await prometheus.query(expression);
      expect([expression, ...labelsIn(expression).filter((label) => !known.includes(label))]).toEqual([expression]);
    }
  });

  it('fires nothing while nothing is wrong', async () => {
    while ((await prometheus.query('count_over_time(up[1m]) > 3')).length < 2);
    expect(await prometheus.alerts()).toEqual([]);
  });

  it('has alerts whose labels exist, and each of which says where to read on', async () => {
    const known = await prometheus.labels();
    const runbook = await readFile('docs/operating.md', 'utf8');
    const rules = await prometheus.rules();
    expect(rules.length).toBeGreaterThan(10);
    for (const { name, query, annotations } of rules) {
      expect(labelsIn(query).filter((label) => !known.includes(label))).toEqual([]);
      expect(annotations.runbook).toBe(`docs/operating.md#${name.toLowerCase()}`);
      expect(runbook).toContain(`\n### ${name}\n`);
    }
  });

  it('finds no fault with the names and types of the metrics, the rules, and what fires when', async () => {
    const { text } = await Scrape.of(ports[0]!);
    const ok = { status: 0, output: expect.anything() };
    expect(promtool(['check', 'metrics'], text)).toEqual({ status: 0, output: '' });
    expect(promtool(['check', 'config', join(PROMETHEUS_FOLDER, 'prometheus.yml')])).toEqual(ok);
    expect(promtool(['test', 'rules', join(PROMETHEUS_FOLDER, 'alerts.test.yml')])).toEqual(ok);
  });

  it('tries each alert in alerts.test.yml, where it fires', async () => {
    const tests = await readFile(join(PROMETHEUS_FOLDER, 'alerts.test.yml'), 'utf8');
    const fired = [...tests.matchAll(/alertname: (\w+)\n\s+eval_time: \w+\n\s+exp_alerts:\n/g)].map(([, name]) => name);
    expect((await prometheus.rules()).map(({ name }) => name).filter((name) => !fired.includes(name))).toEqual([]);
  });
});

describe('the board', () => {
  let panels: readonly Panel[];

  beforeAll(async () => {
    ({ panels } = await readBoard());
  });

  it('has panels that do not overlap, each with an id of its own', () => {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, n) => `${x + (n % w)},${y + Math.floor(n / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(panels.filter(({ gridPos }) => gridPos.x + gridPos.w > 24)).toEqual([]);
  });

  it('reads the Prometheus that is provisioned', async () => {
    const provisioned = await readFile('ops/grafana/provisioning/datasources/prometheus.yml', 'utf8');
    const [, uid] = /^ +uid: (\w+)$/m.exec(provisioned)!;
    const others = panels.filter(({ type, datasource }) => type !== 'row' && datasource?.uid !== uid);
    expect(others).toEqual([]);
  });
});

// Ratios of one run on one machine: see docs/verifying.md, "How fast it is". Figures never fail the run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { ensureBuilt } from '../scripts/ensure-built.mjs';

ensureBuilt();
const { default: pg } = await import('pg');
const { startEmbeddedServer } = await import('../dist/embedded-postgres/embedded-server.js');
const { measureDelays } = await import('./delays.mjs');
const { startProcess } = await import('./processes.mjs');
const { measureLoginShadow, measureRatios } = await import('./ratios.mjs');
const { measureIssuing } = await import('./issuing.mjs');
const { login } = await import('./requests.mjs');

const SECONDS = Number(process.env.BENCH_SECONDS ?? 2);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const REVOCATIONS = Number(process.env.BENCH_REVOCATIONS ?? 1_000);
const MANY = Number(process.env.BENCH_TOKENS ?? 1_000_000);
const SEEN = 1_000;
const ISSUING_USERS = 1_000;
/** Low, so that the rest of a login can be seen beside the hash of its password. */
const COST = 4;
const FIRST_PORT = 20_000 + (process.pid % 20_000);
const ISSUER = `http://127.0.0.1:${FIRST_PORT}`;
const PASSWORD = 'Qwerty123';
const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
const given = process.env.BENCH_DATABASE_URL;
const database = given
  ? { url: given, stop: async () => undefined }
  : await startEmbeddedServer({ directory: join(folder, 'postgres') });
const WANTED = {
  'forward auth, JWT seen / constant response': '0.80 or more',
  'forward auth, JWT never seen / bare ES256': '0.80 or more',
  'introspection, opaque, by Bearer / bare SELECT': '0.70 or more',
  'introspection, opaque, by Basic / bare SELECT': '0.70 or more',
};
const table = [];
const round = (value) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2));

function report(figure, measured, wanted) {
  table.push({ figure, measured, wanted });
  console.log(`${figure}: ${measured}  (wanted: ${wanted})`);
}

/** @returns the instance, and the seconds from the start of its process until it was ready. */
async function startInstance(port, more = {}) {
  const began = performance.now();
  const service = startProcess('instance.mjs');
  const settings = {
    PORT: String(port),
    METRICS_PORT: '0',
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    PUBLIC_URL: ISSUER,
    ...more,
  };
  await service.ask('start', settings);
  return { service, seconds: (performance.now() - began) / 1000 };
}

/** Runs a statement, if any, and then at once what autovacuum and the checkpointer would do later. */
async function sql(text, values) {
  const pool = new pg.Pool({ connectionString: database.url, max: 1, statement_timeout: 0 });
  if (text) await pool.query(text, values);
  await pool.query('VACUUM ANALYZE');
  await pool.query('CHECKPOINT');
  await pool.end();
}

/** Not of the user whose tokens are issued here: they would be past the limit of tokens. */
const fill = () =>
  sql(
    `INSERT INTO tokens (id, idx, kind, user_id, issued_at, expires_at, revoked_at)
     SELECT gen_random_uuid(), nextval('tokens_idx_seq'), 'login', -n % 1000, now(), now() + interval '1 day',
       CASE WHEN n % 100 = 0 THEN now() END FROM generate_series(1, $1::int) AS n`,
    [MANY],
  );

async function measure(label, bench, before) {
  console.log(label);
  const ratios = await measureRatios(bench, { rounds: ROUNDS, seconds: SECONDS });
  for (const [name, { perSecond, ratio }] of Object.entries(ratios)) {
    if (ratio === 1) report(`${label}: ${name}, a second`, round(perSecond), '');
    else report(`${label}: ${name}`, `${round(ratio)} (${round(perSecond)} a second)`, WANTED[name] ?? '');
    const change = ratio / (before?.[name].ratio ?? NaN);
    if (ratio !== 1 && before) report(`${label}: the same, of the first`, round(change), '0.95 or more');
  }
  const verifier = startProcess('verifier.mjs');
  await verifier.ask('start', ISSUER);
  await verifier.ask('verify', bench.seen);
  report(`${label}: local verifier, seen, a second`, round(await verifier.ask('rate', bench.seen)), '200,000 or more');
  const { service: instance } = await startInstance(FIRST_PORT + 1);
  const delays = await measureDelays(bench.service, {
    owner: bench.owner,
    watchers: { instance, verifier },
    count: REVOCATIONS,
  });
  await Promise.all([instance.stop(), verifier.stop()]);
  const at = (values, share) => round(values[Math.ceil(values.length * share) - 1]);
  const p50p99 = (values) => [at(values, 0.5), at(values, 0.99), at(values, 1)].join(' / ');
  const what = `${label}: ${REVOCATIONS} revocations, p50 / p99 / most until refused, ms`;
  report(`${what}, another instance`, p50p99(delays.instance), 'p99 50 or less');
  report(`${what}, local verifier`, p50p99(delays.verifier), 'p99 1,000 or less');
  return ratios;
}

async function reportIssuing(label, { bare, generator }) {
  const port = FIRST_PORT + 2;
  const more = { BCRYPT_COST: String(COST), ACCESS_TOKENS_PER_SESSION: '1000000' };
  const { service } = await startInstance(port, more);
  const users = await service.ask('createIssuingUsers', ISSUING_USERS, PASSWORD);
  await sql();
  const issuePort = await bare.ask('startIssuing', database.url, PASSWORD, COST);
  const rows = await measureIssuing({ generator, port, issuePort, users }, { rounds: ROUNDS, seconds: SECONDS });
  for (const [name, { perSecond, ratio, hot }] of Object.entries(rows)) {
    const wanted = name.includes('one JWT') ? '0.75 or more' : '0.65 or more';
    report(`${label}: ${name} / bare handler`, `${round(ratio)} (${round(perSecond)} a second)`, wanted);
    report(`${label}: ${name}, one user / many`, round(hot), '0.80 or more');
  }
  await service.stop();
}

try {
  const [bare, generator, other] = ['bare.mjs', 'load.mjs', 'load.mjs'].map(startProcess);
  let { service } = await startInstance(FIRST_PORT);
  const owner = await service.ask('createUser', `bench${process.pid}`, PASSWORD);
  const seen = await service.ask('issue', owner, SEEN);
  const opaque = await service.ask('issueContextTokens', owner, SEEN);
  await sql();
  const selectPort = await bare.ask('startSelect', database.url);
  const common = { bare, generator, other, port: FIRST_PORT, selectPort, owner, password: PASSWORD, seen, opaque };
  const few = await measure('few tokens', { ...common, service });
  await reportIssuing('few tokens', common);
  const shadow = { ...common, login: login(owner.username, PASSWORD) };
  const { ratio, alone, beside, loginsPerSecond } = await measureLoginShadow(shadow, {
    rounds: ROUNDS,
    seconds: SECONDS,
  });
  report('p99 of verification beside 50 logins a second / alone', round(ratio), 'below 2');
  report('the same in ms, and the logins done a second', [beside, alone, loginsPerSecond].map(round).join(' / '), '');
  await service.stop();

  ({ service } = await startInstance(FIRST_PORT));
  const before = await service.ask('memory');
  await service.stop();
  await fill();
  const label = `${MANY.toLocaleString('en')} live, 1% revoked`;
  const restarted = await startInstance(FIRST_PORT);
  report(`${label}: restart to ready, s`, round(restarted.seconds), '5 or less');
  report(`${label}: more memory, MB`, round((await restarted.service.ask('memory')) - before), 'less than 40');
  await measure(label, { ...common, service: restarted.service }, few);
  await reportIssuing(label, common);
  console.table(table);
  await Promise.all([bare, generator, other, restarted.service].map((one) => one.stop()));
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

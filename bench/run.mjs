// Ratios of one run on one machine: see README, "How fast it is". Figures never fail the run.
import { Buffer } from 'node:buffer';
import { fork } from 'node:child_process';
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureBuilt } from '../scripts/ensure-built.mjs';

ensureBuilt();
process.env.NODE_ENV = 'development';
const { fastify } = await import('fastify');
const { default: pg } = await import('pg');
const { start } = await import('./service.mjs');
const { startEmbeddedServer } = await import('../dist/database/embedded/embedded-server.js');
const { UsersService } = await import('../dist/users/users.service.js');
const { ContextsService } = await import('../dist/contexts/contexts.service.js');
const { ContextTokensService } = await import('../dist/contexts/context-tokens.service.js');
const { createVerifier } = await import('../dist/verifier/verifier.js');

const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const FRESH_SECONDS = 1.5;
const CONNECTIONS = 32;
const SEEN = 1_000;
const REVOCATIONS = Number(process.env.BENCH_REVOCATIONS ?? 1_000);
const MANY = Number(process.env.BENCH_TOKENS ?? 1_000_000);
const PASSWORD = 'Qwerty123';
const FIRST_PORT = 20_000 + (process.pid % 20_000);
const ISSUER = `http://127.0.0.1:${FIRST_PORT}`;
const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
const given = process.env.BENCH_DATABASE_URL;
const database = given
  ? { url: given, stop: async () => undefined }
  : await startEmbeddedServer({ directory: join(folder, 'postgres') });
const table = [];
const round = (value) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2));
const note = (name, value) => console.log(`  ${name}: ${round(value)}`);
const report = (name, measured, wanted) => {
  table.push({ figure: name, measured, wanted });
  console.log(`${name}: ${measured}  (wanted: ${wanted})`);
};

const settingsOf = (port) => ({
  PORT: String(port),
  DATABASE_URL: database.url,
  DATA_DIR: folder,
  PUBLIC_URL: ISSUER,
});

/** @returns requests a second, and times to answer; `perSecond` of what is asked for one rate instead of as many as can be. */
async function load(port, requests, { seconds = SECONDS, perSecond, connections = CONNECTIONS } = {}) {
  const child = fork(join(import.meta.dirname, 'load.mjs'));
  child.send({ host: '127.0.0.1', port, requests, seconds, connections, perSecond });
  const [answer] = await once(child, 'message');
  child.kill();
  if (answer.failed > 0) throw new Error(`${answer.failed} requests failed`);
  return answer;
}
const rateOf = async (port, requests, options) => (await load(port, requests, options)).perSecond;

const basic = (username) => `Basic ${Buffer.from(`${username}:${PASSWORD}`).toString('base64')}`;
const get = (path, token) =>
  `GET ${path} HTTP/1.1\r\nHost: bench\r\n${token ? `Authorization: Bearer ${token}\r\n` : ''}\r\n`;
const post = (path, type, body, authorization) =>
  `POST ${path} HTTP/1.1\r\nHost: bench\r\n${authorization ? `Authorization: ${authorization}\r\n` : ''}` +
  `Content-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const introspect = (token, authorization) =>
  post('/oauth2/introspect', 'application/x-www-form-urlencoded', `token=${token}`, authorization);
const verifyAll = (texts) => texts.map((token) => get('/auth/verify', token));

async function many(count, make) {
  const made = [];
  while (made.length < count)
    made.push(...(await Promise.all(Array.from({ length: Math.min(200, count - made.length) }, make))));
  return made;
}

let { app, tokens } = await start(settingsOf(FIRST_PORT));
const user = await app.get(UsersService).createUser({
  username: `bench${process.pid}`,
  password: PASSWORD,
  passwordIsTemporary: false,
  role: 'service',
});
const { id: userId, username, role, passwordVersion } = user;
const holder = { userId, username, role, provedBy: 'password', passwordVersion };
const issueMany = (count) => many(count, () => tokens.issue('api2', holder, 86_400));
async function issueContextTokens(count) {
  const code = process.pid;
  await app.get(ContextsService).createContext({ code, name: `bench-${code}`, description: null });
  const service = app.get(ContextTokensService);
  return many(count, () => service.create(holder, userId, { names: [], codes: [code] }));
}

function bareVerification() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const input = Buffer.from('x'.repeat(480));
  const key = { key: publicKey, dsaEncoding: 'ieee-p1363' };
  const signature = sign('sha256', input, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  const began = performance.now();
  let count = 0;
  while (performance.now() - began < 1_000) count += verify('sha256', input, key, signature) ? 1 : 0;
  return count;
}

/** A bare Fastify handler that does one named SELECT by a unique digest. */
async function bareSelect() {
  const pool = new pg.Pool({ connectionString: database.url, max: 10 });
  const { rows } = await pool.query('SELECT secret_digest FROM tokens WHERE secret_digest IS NOT NULL LIMIT 1');
  const query = {
    name: 'bare',
    text: 'SELECT id, kind, user_id, issued_at FROM tokens WHERE secret_digest IS NOT NULL AND secret_digest = $1',
    values: [rows[0].secret_digest],
  };
  const server = fastify();
  server.get('/', async () => (await pool.query({ ...query })).rows[0]);
  await server.listen({ port: 0, host: '127.0.0.1' });
  const rate = await rateOf(server.server.address().port, [get('/')]);
  await server.close();
  await pool.end();
  return rate;
}

async function verifierRate(seen) {
  const verifier = createVerifier({ issuer: ISSUER });
  for (const token of seen) await verifier.verify(token);
  const began = performance.now();
  let count = 0;
  while (performance.now() - began < 2_000) for (const token of seen) count += (await verifier.verify(token)) ? 1 : 0;
  verifier.close();
  return (count * 1000) / (performance.now() - began);
}

const at = (values, share) => values[Math.ceil(values.length * share) - 1];

/** How long a revocation that one instance acknowledged takes to reach an instance in another process, and a verifier. */
async function revocationDelays(count) {
  const other = fork(join(import.meta.dirname, 'instance.mjs'));
  other.send({ settings: settingsOf(FIRST_PORT + 1) });
  await once(other, 'message');
  const verifier = createVerifier({ issuer: ISSUER });
  const texts = await issueMany(count);
  for (const token of texts) await verifier.verify(token);
  await delay(1_500);
  const isGood = (token) =>
    verifier.verify(token).then(
      () => true,
      () => false,
    );
  const delays = { instance: [], verifier: [] };
  for (const token of texts) {
    const refused = once(other, 'message').then(() => performance.now());
    other.send({ token });
    await tokens.revokeByText(token);
    const began = performance.now();
    while (await isGood(token)) await delay(1);
    delays.verifier.push(performance.now() - began);
    delays.instance.push(Math.max(0, (await refused) - began));
  }
  verifier.close();
  other.disconnect();
  for (const values of Object.values(delays)) values.sort((one, two) => one - two);
  return delays;
}

/** The 99th percentile of verification at one steady rate, while 50 logins a second are offered and while none are. */
async function loginShadow(seen) {
  const steady = { perSecond: 2_000, seconds: SECONDS };
  const login = post('/api2/tokens', 'application/json', JSON.stringify({ username, password: PASSWORD }));
  const alone = await load(FIRST_PORT, verifyAll(seen), steady);
  const [beside, logins] = await Promise.all([
    load(FIRST_PORT, verifyAll(seen), steady),
    load(FIRST_PORT, [login], { perSecond: 50, seconds: SECONDS, connections: 128 }),
  ]);
  note('p99 of forward auth alone, ms', alone.p99);
  note('p99 of forward auth beside 50 logins a second, ms', beside.p99);
  note('logins done a second', logins.perSecond);
  return beside.p99 / alone.p99;
}

/** Every figure of speed by its name; rates are kept as ratios to something measured next to them. */
async function measure(label, seen, opaque) {
  console.log(label);
  const ratios = {};
  const compare = (name, base, rate) => {
    note(`${name}, a second`, rate);
    ratios[name] = rate / base;
  };
  await load(FIRST_PORT, [get('/health/live')], { seconds: 1 });
  const constant = await rateOf(FIRST_PORT, [get('/health/live')]);
  note('constant JSON answer, a second', constant);
  compare('forward auth, JWT seen / constant answer', constant, await rateOf(FIRST_PORT, verifyAll(seen)));
  const signatures = bareVerification();
  note('bare ES256 verifications, a second', signatures);
  // As many as can be asked for once each in the time.
  const fresh = await issueMany(Math.ceil(signatures * FRESH_SECONDS * 1.2));
  const unseen = await rateOf(FIRST_PORT, verifyAll(fresh), { seconds: FRESH_SECONDS });
  compare('forward auth, JWT never seen / bare ES256', signatures, unseen);
  const select = await bareSelect();
  note('bare Fastify with one named SELECT, a second', select);
  const caller = `Bearer ${seen[0]}`;
  const asked = (texts, by) => texts.map((token) => introspect(token, by));
  compare('introspection, opaque, by Bearer / bare SELECT', select, await rateOf(FIRST_PORT, asked(opaque, caller)));
  const byBasic = await rateOf(FIRST_PORT, asked(opaque, basic(username)));
  compare('introspection, opaque, by Basic / bare SELECT', select, byBasic);
  compare('introspection, JWT seen / bare SELECT', select, await rateOf(FIRST_PORT, asked(seen, caller)));
  compare('forward auth, opaque / bare SELECT', select, await rateOf(FIRST_PORT, verifyAll(opaque)));
  return { ratios, verifier: await verifierRate(seen), delays: await revocationDelays(REVOCATIONS) };
}

/** What autovacuum does in its own time. */
async function settle() {
  const pool = new pg.Pool({ connectionString: database.url, max: 1, statement_timeout: 0 });
  await pool.query('VACUUM ANALYZE');
  await pool.query('CHECKPOINT');
  await pool.end();
}

async function fill(count) {
  const pool = new pg.Pool({ connectionString: database.url, max: 1, statement_timeout: 0 });
  await pool.query(
    `INSERT INTO tokens (id, idx, kind, user_id, issued_at, expires_at, revoked_at)
     SELECT gen_random_uuid(), nextval('tokens_idx_seq'), 'api2', $1, now(), now() + interval '1 day',
       CASE WHEN n % 100 = 0 THEN now() END FROM generate_series(1, $2::int) AS n`,
    [userId, count],
  );
  await pool.end();
  await settle();
}

const memory = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

const WANTED = {
  'forward auth, JWT seen / constant answer': '0.80 or more',
  'forward auth, JWT never seen / bare ES256': '0.80 or more',
  'introspection, opaque, by Bearer / bare SELECT': '0.70 or more',
  'introspection, opaque, by Basic / bare SELECT': '0.70 or more',
};

function reportSpeed(label, { ratios, verifier, delays }, before) {
  for (const [name, ratio] of Object.entries(ratios)) {
    report(`${label}: ${name}`, round(ratio), WANTED[name] ?? 'not said');
    if (before) report(`${label}: the same, of the first`, round(ratio / before.ratios[name]), '0.95 or more');
  }
  report(`${label}: local verifier, tokens seen, a second`, round(verifier), '200,000 or more');
  const p50p99 = (values) => [at(values, 0.5), at(values, 0.99), at(values, 1)].map(round).join(' / ');
  const what = `${label}: ${REVOCATIONS} revocations, p50 / p99 / most until refused, ms`;
  report(`${what}, another process`, p50p99(delays.instance), 'p99 50 or less');
  report(`${what}, local verifier`, p50p99(delays.verifier), 'p99 1,000 or less');
}

try {
  const seen = await issueMany(SEEN);
  const opaque = await issueContextTokens(SEEN);
  await settle();
  const few = await measure('few tokens', seen, opaque);
  reportSpeed('few', few);
  report('p99 of verification beside 50 logins a second / alone', round(await loginShadow(seen)), 'below 2');
  await app.close();

  ({ app, tokens } = await start(settingsOf(FIRST_PORT)));
  const before = memory();
  await app.close();
  await fill(MANY);
  const began = performance.now();
  ({ app, tokens } = await start(settingsOf(FIRST_PORT)));
  const label = MANY.toLocaleString('en');
  report(`${label} live, 1% revoked: restart to ready, s`, round((performance.now() - began) / 1000), '5 or less');
  report(`${label} live: more memory, MB`, round(memory() - before), 'less than 40');
  reportSpeed(label, await measure(`${label} tokens`, seen, opaque), few);
  await app.close();
  console.table(table);
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

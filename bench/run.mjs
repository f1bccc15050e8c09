// Ratios of one run on one machine: see README, "How fast it is".
import { Buffer } from 'node:buffer';
import { fork } from 'node:child_process';
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { ensureBuilt } from '../scripts/ensure-built.mjs';

ensureBuilt();
process.env.NODE_ENV = 'development';
const { NestFactory } = await import('@nestjs/core');
const { fastify } = await import('fastify');
const { default: pg } = await import('pg');
const { AppModule } = await import('../dist/app.module.js');
const { Config } = await import('../dist/config/config.js');
const { readConfig } = await import('../dist/config/read-config.js');
const { APP_OPTIONS, configureApp, createHttpAdapter } = await import('../dist/configure-app.js');
const { startEmbeddedServer } = await import('../dist/database/embedded/embedded-server.js');
const { UsersService } = await import('../dist/users/users.service.js');
const { TokensService } = await import('../dist/tokens/tokens.service.js');
const { createVerifier } = await import('../dist/verifier/verifier.js');

const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const CONNECTIONS = 32;
const FIRST_PORT = 20_000 + (process.pid % 20_000);
const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
const given = process.env.BENCH_DATABASE_URL;
const database = given
  ? { url: given, stop: async () => undefined }
  : await startEmbeddedServer({ directory: join(folder, 'postgres') });
const results = [];
const report = (name, value, wanted) => {
  results.push({ name, value, wanted });
  console.log(`${name}: ${value}${wanted ? `  (wanted: ${wanted})` : ''}`);
};
const round = (value) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2));

async function start(port) {
  const settings = readConfig({
    LOG_LEVEL: 'error',
    PORT: String(port),
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    PUBLIC_URL: 'http://127.0.0.1:' + FIRST_PORT,
  });
  const app = await NestFactory.create(AppModule.with(new Config(settings)), createHttpAdapter(settings), {
    ...APP_OPTIONS,
    logger: false,
  });
  configureApp(app);
  await app.init();
  await app.listen(port, '127.0.0.1');
  return app;
}

async function load(port, requests, seconds = SECONDS) {
  const child = fork(join(import.meta.dirname, 'load.mjs'));
  child.send({ host: '127.0.0.1', port, requests, seconds, connections: CONNECTIONS });
  const answer = await new Promise((resolve) => child.once('message', resolve));
  child.kill();
  if (answer.failed > 0) throw new Error(`${answer.failed} requests failed`);
  return answer.perSecond;
}

const get = (path, token) =>
  `GET ${path} HTTP/1.1\r\nHost: bench\r\n${token ? `Authorization: Bearer ${token}\r\n` : ''}\r\n`;

const app = await start(FIRST_PORT);
const user = await app
  .get(UsersService)
  .createUser({ username: `bench${process.pid}`, password: 'Qwerty123', passwordIsTemporary: false, role: 'service' });
const holder = {
  userId: user.id,
  username: user.username,
  role: user.role,
  provedBy: 'password',
  passwordVersion: user.passwordVersion,
};
const tokens = app.get(TokensService);
const issue = () => tokens.issue('api2', holder, 86_400);
async function issueMany(count) {
  const texts = [];
  while (texts.length < count)
    texts.push(...(await Promise.all(Array.from({ length: Math.min(200, count - texts.length) }, issue))));
  return texts;
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

async function httpFigures(label, seen) {
  await load(FIRST_PORT, [get('/health/live')], 1);
  const constant = await load(FIRST_PORT, [get('/health/live')]);
  const known = await load(
    FIRST_PORT,
    seen.map((token) => get('/auth/verify', token)),
  );
  report(`${label}: constant JSON answer, a second`, round(constant));
  report(`${label}: forward auth of a JWT already seen, a second`, round(known));
  report(`${label}: ratio`, round(known / constant), '0.80 or more');
  const bare = bareVerification();
  // As many as can be asked for once each in the time.
  const fresh = await issueMany(Math.ceil(bare * 2));
  const began = await load(
    FIRST_PORT,
    fresh.map((token) => get('/auth/verify', token)),
    1.5,
  );
  report(`${label}: bare ES256 verifications, a second`, round(bare));
  report(`${label}: forward auth of a JWT never seen, a second`, round(began));
  report(`${label}: ratio`, round(began / bare), '0.80 or more');
}

async function introspectionFigures(seen) {
  const pool = new pg.Pool({ connectionString: database.url, max: 10 });
  const { rows } = await pool.query('SELECT id FROM tokens LIMIT 1');
  const bare = fastify();
  bare.get(
    '/',
    async () =>
      (
        await pool.query({
          name: 'bare',
          text: 'SELECT id, kind, user_id, expires_at FROM tokens WHERE id = $1',
          values: [rows[0].id],
        })
      ).rows[0],
  );
  await bare.listen({ port: 0, host: '127.0.0.1' });
  const select = await load(bare.server.address().port, [get('/')]);
  await bare.close();
  await pool.end();
  const caller = await issue();
  const body = (token) => `token=${token}`;
  const requests = seen.map(
    (token) =>
      `POST /oauth2/introspect HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${caller}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body(token).length}\r\n\r\n${body(token)}`,
  );
  const jwt = await load(FIRST_PORT, requests);
  report('bare Fastify with one named SELECT, a second', round(select));
  report('introspection of a JWT, a second', round(jwt));
  report('ratio', round(jwt / select), '0.70 or more, of an opaque token');
}

async function verifierFigures(label, seen) {
  const verifier = createVerifier({ issuer: `http://127.0.0.1:${FIRST_PORT}` });
  for (const token of seen) await verifier.verify(token);
  const began = performance.now();
  let count = 0;
  while (performance.now() - began < 2_000) for (const token of seen) count += (await verifier.verify(token)) ? 1 : 0;
  report(
    `${label}: local verifier, tokens seen, a second`,
    round((count * 1000) / (performance.now() - began)),
    '200,000 or more',
  );
  verifier.close();
}

async function latencyFigures(count) {
  const other = await start(FIRST_PORT + 1);
  const elsewhere = other.get(TokensService);
  const verifier = createVerifier({ issuer: `http://127.0.0.1:${FIRST_PORT}` });
  const texts = await issueMany(count);
  for (const token of texts) await verifier.verify(token);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const delays = { 'another instance': [], 'the local verifier': [] };
  const measure = async (name, began, isGood) => {
    while (await isGood()) await new Promise((resolve) => setTimeout(resolve, 1));
    delays[name].push(performance.now() - began);
  };
  for (const token of texts) {
    await tokens.revokeByText(token);
    const began = performance.now();
    await Promise.all([
      measure('another instance', began, async () => (await elsewhere.inspect(token)) !== undefined),
      measure('the local verifier', began, () =>
        verifier.verify(token).then(
          () => true,
          () => false,
        ),
      ),
    ]);
  }
  verifier.close();
  await other.close();
  for (const [name, values] of Object.entries(delays)) {
    values.sort((one, two) => one - two);
    const at = (share) => values[Math.ceil(values.length * share) - 1];
    report(
      `${count} revocations, refused by ${name} after: p50 / p99 / most, ms`,
      [at(0.5), at(0.99), at(1)].map(round).join(' / '),
      name === 'another instance' ? 'p99 50 or less' : 'p99 1,000 or less',
    );
  }
}

async function fill(count) {
  const pool = new pg.Pool({ connectionString: database.url, max: 2, statement_timeout: 0 });
  await pool.query(
    `INSERT INTO tokens (id, idx, kind, user_id, issued_at, expires_at, revoked_at)
     SELECT gen_random_uuid(), nextval('tokens_idx_seq'), 'api2', $1, now(), now() + interval '1 day',
       CASE WHEN n % 100 = 0 THEN now() END FROM generate_series(1, $2::int) AS n`,
    [user.id, count],
  );
  await pool.query('ANALYZE tokens');
  await pool.end();
}

const memory = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};

try {
  const seen = await issueMany(1_000);
  await httpFigures('few tokens', seen);
  await introspectionFigures(seen);
  await verifierFigures('few tokens', seen);
  await latencyFigures(1_000);
  await app.close();

  const small = await start(FIRST_PORT);
  const before = memory();
  await small.close();
  await fill(1_000_000);
  const began = performance.now();
  const big = await start(FIRST_PORT);
  report(
    '1,000,000 live tokens, 1% revoked: restart to ready, s',
    round((performance.now() - began) / 1000),
    '5 or less',
  );
  report('1,000,000 live tokens: more memory, MB', round(memory() - before), '40 or less');
  const constant = await load(FIRST_PORT, [get('/health/live')]);
  const known = await load(
    FIRST_PORT,
    seen.map((token) => get('/auth/verify', token)),
  );
  report('1,000,000 live tokens: constant JSON answer, a second', round(constant));
  report('1,000,000 live tokens: forward auth of a JWT already seen, a second', round(known));
  report('1,000,000 live tokens: ratio', round(known / constant), 'within 5% of the first');
  await verifierFigures('1,000,000 live tokens', seen);
  await big.close();
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

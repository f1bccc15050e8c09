// What Tessera is compared with: the least code that does the same work.
import { Buffer } from 'node:buffer';
import { generateKeyPairSync, randomBytes, randomUUID, sign, verify } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import bcrypt from 'bcrypt';
import { fastify } from 'fastify';
import pg from 'pg';
import { serveActions } from './processes.mjs';

const INPUT = Buffer.from('x'.repeat(480));

serveActions({
  /** ES256 verifications a second, one after the other. */
  verifications() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = { key: publicKey, dsaEncoding: 'ieee-p1363' };
    const signature = sign('sha256', INPUT, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const began = performance.now();
    let count = 0;
    while (performance.now() - began < 1_000) count += verify('sha256', INPUT, key, signature) ? 1 : 0;
    return count;
  },

  /** Starts a Fastify server whose handler does one named SELECT by a unique digest. @returns its port. */
  async startSelect(databaseUrl) {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
    const { rows } = await pool.query('SELECT secret_digest FROM tokens WHERE secret_digest IS NOT NULL LIMIT 1');
    const query = {
      name: 'bare',
      text: 'SELECT id, kind, user_id, issued_at FROM tokens WHERE secret_digest IS NOT NULL AND secret_digest = $1',
      values: [rows[0].secret_digest],
    };
    const server = fastify();
    server.get('/', async () => (await pool.query({ ...query })).rows[0]);
    await server.listen({ port: 0, host: '127.0.0.1' });
    return server.server.address().port;
  },

  /**
   * Starts a Fastify server that issues: the hash of a password is checked where the body wants it, then one SELECT, one
   * INSERT that is committed, and as many ES256 signatures as the body says. @returns its port.
   */
  async startIssuing(databaseUrl, password, cost) {
    const passwordHash = await bcrypt.hash(password, cost);
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
    await pool.query(
      'CREATE TABLE IF NOT EXISTS bench_issued (id uuid PRIMARY KEY, digest bytea UNIQUE, expires_at timestamptz)',
    );
    const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const find = { name: 'find', text: 'SELECT id, username, role FROM users WHERE enabled ORDER BY id LIMIT 1' };
    const insert = { name: 'insert', text: 'INSERT INTO bench_issued VALUES ($1, $2, $3)' };
    const server = fastify();
    server.post('/', async ({ body: { signatures, checks } }) => {
      if (checks && !(await bcrypt.compare(password, passwordHash))) throw new Error('Another password');
      const { rows } = await pool.query({ ...find });
      const id = randomUUID();
      await pool.query({ ...insert, values: [id, randomBytes(32), new Date(Date.now() + 3_600_000)] });
      const tokens = Array.from({ length: signatures }, () =>
        sign('sha256', INPUT, { key, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
      );
      return { id, owner: rows[0].username, tokens };
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
    return server.server.address().port;
  },
});

// What Tessera is compared with: the least code that does the same work.
import { Buffer } from 'node:buffer';
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { fastify } from 'fastify';
import pg from 'pg';
import { serveActions } from './processes.mjs';

serveActions({
  /** ES256 verifications a second, one after the other. */
  verifications() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const input = Buffer.from('x'.repeat(480));
    const key = { key: publicKey, dsaEncoding: 'ieee-p1363' };
    const signature = sign('sha256', input, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const began = performance.now();
    let count = 0;
    while (performance.now() - began < 1_000) count += verify('sha256', input, key, signature) ? 1 : 0;
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
});

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSocket, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/doors.js';
import { bearer, TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** The lines of the README, between the addresses of this test. */
function configuration(folder: string, port: number, tessera: string, backend: string): string {
  return `
daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  upstream tessera { server ${tessera}; keepalive 16; }
  server {
    listen 127.0.0.1:${port};
    location / {
      auth_request /_tessera;
      auth_request_set $auth_user $upstream_http_x_auth_user;
      auth_request_set $auth_role $upstream_http_x_auth_role;
      proxy_set_header X-Auth-User $auth_user;
      proxy_set_header X-Auth-Role $auth_role;
      proxy_set_header Authorization "";
      proxy_pass http://${backend};
    }
    location = /_tessera {
      internal;
      proxy_pass http://tessera/auth/verify;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_pass_request_body off;
      proxy_set_header Content-Length "";
    }
  }
}`;
}

function isInstalled(): boolean {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const socket = createSocket().listen(0, '127.0.0.1');
  await new Promise((resolve) => socket.once('listening', resolve));
  const { port } = socket.address() as AddressInfo;
  await new Promise((resolve) => socket.close(resolve));
  return port;
}

let database: TestDatabase;
let app: TestApp;
let front: string;
let stop: () => Promise<void>;

/** Without nginx the same questions go to the service itself, which answers nginx by status and headers alone. */
const WITH_NGINX = isInstalled();

beforeAll(async () => {
  database = await createTestDatabase();
  app = await TestApp.start(database.url);
  const backend = createServer(({ headers }, response) => {
    const { 'x-auth-user': user, 'x-auth-role': role, authorization } = headers;
    response.end(JSON.stringify({ user, role, authorization }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => backend.once('listening', resolve));
  if (!WITH_NGINX) {
    front = `${app.url}/auth/verify`;
    stop = async () => void (await new Promise((resolve) => backend.close(resolve)));
    return;
  }
  const folder = mkdtempSync(join(process.env.TESSERA_TEST_FOLDER!, 'nginx-'));
  for (const name of ['body', 'proxy', 'f', 'u', 's']) mkdirSync(join(folder, name));
  const port = await freePort();
  const { port: backendPort } = backend.address() as AddressInfo;
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration(folder, port, new URL(app.url).host, `127.0.0.1:${backendPort}`));
  const nginx = spawn('nginx', ['-c', file, '-e', join(folder, 'error.log')], { stdio: 'ignore' });
  const ended = new Promise((resolve) => nginx.once('exit', resolve));
  front = `http://127.0.0.1:${port}/`;
  await until(() =>
    fetch(front).then(
      () => true,
      () => false,
    ),
  );
  stop = async () => {
    nginx.kill('SIGTERM');
    await ended;
    backend.closeAllConnections();
    await new Promise((resolve) => backend.close(resolve));
  };
});

afterAll(async () => {
  await stop();
  await app.close();
  await database.drop();
});

describe('a proxy in front of a service', () => {
  it('lets a request with a good token pass, and tells the service whose it is', async () => {
    const answer = await fetch(front, { headers: bearer(await app.logIn(await app.createUser('jürgen'))) });
    expect(answer.status).toBe(200);
    if (WITH_NGINX) expect(await answer.json()).toEqual({ user: 'j%C3%BCrgen', role: 'viewer' });
  });

  it('refuses without a token, and from the moment on in which it is revoked', async () => {
    const none = await fetch(front);
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="tessera"']);
    const token = await app.logIn(await app.createUser('leaver'));
    expect((await fetch(front, { headers: bearer(token) })).status).toBe(200);
    await app.call('POST', '/oauth2/revoke', { json: { token } });
    const gone = await fetch(front, { headers: bearer(token) });
    expect([gone.status, gone.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="tessera", error="invalid_token"',
    ]);
  });
});

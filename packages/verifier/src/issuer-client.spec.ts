import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IssuerClient } from './issuer-client.js';

let server: Server;
let issuer: string;
let collecting: NodeJS.Timeout;

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    // To any other path there is no response at all.
    if (url === '/half') response.writeHead(200, { 'content-type': 'application/json' }).write('{');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  setFlagsFromString('--expose-gc');
  collecting = setInterval(runInNewContext('gc') as () => void, 5);
});

afterAll(() => {
  clearInterval(collecting);
  server.closeAllConnections();
  server.close();
});

describe.each(['/none', '/half'])('IssuerClient, where the response of %s does not come to its end', (path) => {
  it('gives up in time, whatever is collected as garbage meanwhile', async () => {
    const client = new IssuerClient(issuer, 100, fetch, new AbortController().signal);
    await expect(client.getJson(path)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('gives up at once when the verifier is closed', async () => {
    const stopping = new AbortController();
    const client = new IssuerClient(issuer, 60_000, fetch, stopping.signal);
    const refused = expect(client.getJson(path)).rejects.toMatchObject({ code: 'unavailable' });
    setTimeout(() => stopping.abort(), 50);
    await refused;
  });
});

import { createServer, type RequestListener, type Server } from 'node:http';
import { ConnectionTurns } from './connection-turns.js';

const REQUEST_TIMEOUT_MS = 15_000;
const HEADERS_TIMEOUT_MS = 10_000;
/** Longer than the 60 seconds after which common proxies close an idle connection, so that they are the first to. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000;

/** The server below Fastify, whose `listener` it calls with one request of a connection at a time. */
export function createHttpServer(listener: RequestListener): Server {
  const server = createServer({
    requestTimeout: REQUEST_TIMEOUT_MS,
    headersTimeout: HEADERS_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
  });
  const turns = new ConnectionTurns(server);
  server.on('request', (request, response) => turns.handle(request, response, () => listener(request, response)));
  return server;
}

import { createServer, type RequestListener, type Server } from 'node:http';
import { ConnectionTurns } from './connection-turns.js';
import { respondToParserErrors } from './parser-errors.js';

const REQUEST_TIMEOUT_MS = 15_000;
const HEADERS_TIMEOUT_MS = 10_000;
/** Longer than the 60 seconds after which common proxies close an idle connection, so that they are the first to. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000;
/** How late a time-out may be noticed. */
const CHECK_EVERY_MS = 1_000;

/** The server below Fastify, whose `listener` it calls with one request of a connection at a time. */
export function createHttpServer(listener: RequestListener): Server {
  const server = createServer({
    requestTimeout: REQUEST_TIMEOUT_MS,
    headersTimeout: HEADERS_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    connectionsCheckingInterval: CHECK_EVERY_MS,
    // Node's own refusal says nothing.
    requireHostHeader: false,
  });
  const turns = new ConnectionTurns(server);
  server.on('request', (request, response) => turns.handle(request, response, () => listener(request, response)));
  respondToParserErrors(server, turns, listener);
  return server;
}

import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AuthenticatedRequest } from '../../auth/authenticated-request.js';
import { traceparentOf } from '../../common/traceparent.js';
import { RequestDurations } from '../../metrics/request-durations.js';
import { sendError } from '../errors/send-error.js';
import { familyOf } from '../families.js';
import { recordRoutes } from './allowed-methods.js';
import { newRequestId, setCommonHeaders } from './common-headers.js';
import { allowCrossOrigin, handlePreflights } from './cross-origin.js';
import { ForwardedFor } from './forwarded-for.js';
import { createHttpServer } from './http-server.js';
import { BODY_LIMIT_BYTES, readBodies } from './request-body.js';
import { faultOf } from './request-faults.js';
import { pathOf } from './request-path.js';
import { timeRequest } from './request-timing.js';
import { Config } from '../../config/config.js';

const CLOSE_IDLE_EVERY_MS = 50;

/** The HTTP server as it is in service and in the tests. */
export function createHttpAdapter(config: Config): FastifyAdapter {
  const hops = config.trustProxy;
  const adapter = new FastifyAdapter({
    trustProxy: typeof hops === 'number' ? (_, hop) => hop < hops : hops,
    bodyLimit: BODY_LIMIT_BYTES,
    serverFactory: createHttpServer,
    // The server itself responds to these.
    clientErrorHandler: () => undefined,
    forceCloseConnections: 'idle',
    genReqId: newRequestId,
    // A parameter as long as the URL may be: its route says what is wrong with it.
    routerOptions: { maxParamLength: 16_384, ignoreTrailingSlash: true },
    // A path that is no valid URL reaches neither hooks nor filters.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      setCommonHeaders(request, reply);
      allowCrossOrigin(familyOf(pathOf(request)), request, reply, config.corsOrigins);
      sendError(error, request, reply);
    },
  });
  recordRoutes(adapter.getInstance());
  return adapter;
}

/** Options of `NestFactory.create` that belong to `createHttpAdapter`: the body parsers are ours. */
export const APP_OPTIONS = { bodyParser: false } as const;

/** Everything that applies to every request. */
export function configureHttp(app: NestFastifyApplication): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const config = app.get(Config);
  readBodies(server);
  const silent = trackSilentConnections(server);
  server.addHook('preClose', (done) => {
    for (const socket of silent) socket.destroy();
    // Node closes the connections that are idle when the shutdown begins, not those that become idle later.
    const timer = setInterval(() => server.server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS);
    server.server.once('close', () => clearInterval(timer));
    done();
  });
  const forwardedFor = app.get(ForwardedFor);
  const durations = app.get(RequestDurations);
  server.addHook('onRequest', (request, reply, next) => {
    const family = familyOf(pathOf(request));
    (request as AuthenticatedRequest).family = family?.name;
    timeRequest(durations, request, reply);
    setCommonHeaders(request, reply);
    allowCrossOrigin(family, request, reply, config.corsOrigins);
    forwardedFor.check(request);
    const fault = faultOf(request.raw);
    if (fault) void reply.header('connection', 'close');
    next(fault);
  });
  handlePreflights(server, config.corsOrigins);
  if (config.logLevel === 'debug' || config.logLevel === 'trace') logRequests(server);
}

/** Connections that never sent a request, which Node does not count as idle: a client opens some ahead of their use. */
function trackSilentConnections({ server }: FastifyInstance): Set<Socket> {
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage) => silent.delete(socket));
  return silent;
}

/** The path without its query, which might hold what does not belong in a log. */
function logRequests(server: FastifyInstance): void {
  const logger = new Logger('Http');
  server.addHook('onResponse', (request, reply, next) => {
    const path = pathOf(request);
    const { method, id: requestId } = request;
    logger.debug({
      msg: 'Responded',
      requestId,
      traceparent: traceparentOf(request),
      method,
      path,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    next();
  });
}

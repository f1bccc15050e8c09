import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { pathOf } from '../../../src/api/http/request-path.js';
import { familyOf } from '../../../src/api/families.js';
import { noteResponse } from './undocumented.js';

/** Has every response of the application compared with `openapi.json`, whoever asks for it and by what client. */
export function observeResponses(app: NestFastifyApplication): void {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  const observed = new WeakSet<ServerResponse>();
  const observe = (request: IncomingMessage, response: ServerResponse): void => {
    if (!observed.has(response)) observeResponse(request, response);
    observed.add(response);
  };
  app.getHttpServer().prependListener('request', observe);
  // What the HTTP parser refuses is no 'request' of the server.
  fastify.addHook('onRequest', (request, reply, next) => {
    observe(request.raw, reply.raw);
    next();
  });
}

function observeResponse(request: IncomingMessage, response: ServerResponse): void {
  const written: OutgoingHttpHeaders = {};
  const chunks: Buffer[] = [];
  let isNoted = false;
  const note = (text: string | undefined): void => {
    if (isNoted) return;
    isNoted = true;
    noteSent(request, response.statusCode, { ...response.getHeaders(), ...written }, text);
  };
  before(response, 'writeHead', (args) => {
    // These need not be among `getHeaders`.
    if (typeof args.at(-1) === 'object') Object.assign(written, args.at(-1));
  });
  before(response, 'write', ([chunk]) => keep(chunks, chunk));
  before(response, 'end', ([chunk]) => {
    keep(chunks, chunk);
    note(Buffer.concat(chunks).toString());
  });
  // Of a stream that breaks off there is the head alone.
  response.once('close', () => {
    if (response.headersSent) note(undefined);
  });
}

/** As `fetch`, for a service that runs in a process of its own. */
export async function fetchDocumented(url: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  const { method = 'GET' } = init ?? {};
  const text = await response.clone().text();
  noteSent({ method, url: new URL(url).pathname }, response.status, Object.fromEntries(response.headers), text);
  return response;
}

function before(
  response: ServerResponse,
  method: 'writeHead' | 'write' | 'end',
  look: (args: unknown[]) => void,
): void {
  const original = response[method].bind(response) as (...args: unknown[]) => never;
  response[method] = (...args: unknown[]) => {
    look(args);
    return original(...args);
  };
}

function keep(chunks: Buffer[], chunk: unknown): void {
  if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
}

function noteSent(
  request: { readonly method?: string | undefined; readonly url?: string | undefined; readonly headers?: object },
  status: number,
  sent: OutgoingHttpHeaders,
  text: string | undefined,
): void {
  const { method = '', url = '/', headers: asked = {} } = request;
  // A preflight (Fetch Standard, section 3.3.2) is no operation.
  if (method === 'OPTIONS' && 'access-control-request-method' in asked) return;
  const path = pathOf({ url });
  if (isConsolePage(path)) return;
  const headers = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const errorSchema = familyOf(path)?.errorDto?.name ?? 'ProblemDto';
  noteResponse({ method, path, status, headers, text, errorSchema });
}

/** Pages and their files are no operations. */
function isConsolePage(path: string): boolean {
  return /^\/console(\/|$)/.test(path) && !/^\/console\/session(\/|$)/.test(path);
}

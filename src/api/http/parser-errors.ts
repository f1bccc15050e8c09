import { IncomingMessage, ServerResponse, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { AppError } from '../../common/app-error.js';
import type { ConnectionTurns, Exchange } from './connection-turns.js';
import { closeSlowly } from './close-slowly.js';
import { refuseRequest } from './request-faults.js';

/** The error that Node and its parser report. */
interface ParserError extends Error {
  readonly code?: string;
  /** What was being read, up to 64 KB, and how much of it was understood. */
  readonly rawPacket?: Buffer;
  readonly bytesParsed?: number;
}

const BY_CODE: Readonly<Record<string, () => AppError>> = {
  ERR_HTTP_REQUEST_TIMEOUT: () => new AppError('request_timeout', 'The request did not arrive in time'),
  HPE_INVALID_EOF_STATE: () => new AppError('malformed_request', 'The request breaks off before its end'),
  HPE_HEADER_OVERFLOW: () => new AppError('headers_too_large', 'The headers are larger than 16 KB'),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: () => new AppError('body_too_large', 'The chunk extensions are too long'),
};

/** RFC 9112, section 3. */
const REQUEST_LINE = /(?:^|\n)[\w!#$%&'*+.^`|~-]+ ((?:https?:\/)?\/\S*) HTTP\/\d/g;
/** Stands for a method that the parser does not know: no route has it. */
const UNKNOWN_METHOD = 'TRACE';

/**
 * Responds to what Node's parser refuses, and to what does not arrive in time, as to every other error: in the dialect
 * of the path, and after the responses to the earlier requests of the connection. Then the connection is closed.
 */
export function respondToParserErrors(server: Server, turns: ConnectionTurns, listener: RequestListener): void {
  const failed = new WeakSet<Socket>();
  server.on('clientError', (error: ParserError, socket: Socket) => {
    if (!socket.writable) return void socket.destroy();
    // Nothing that comes behind an error can be read.
    if (failed.has(socket)) return;
    failed.add(socket);
    closeSlowly(socket);
    const last = turns.lastOf(socket);
    if (last && !last.request.complete) refuseUnderWay(last, toAppError(error));
    else refuseUnread(socket, error);
  });
  // Without these two, Node would respond to the first with a bare 417, and to the second not at all.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('connect', (_, socket: Socket) => refuseUnread(socket, new Error('There is no proxy here')));

  /** The request has no head yet, or a broken one. It is handled as a request for the path that can still be read. */
  function refuseUnread(socket: Socket, error: ParserError): void {
    const target = targetIn(error);
    const request = Object.assign(new IncomingMessage(socket), {
      method: UNKNOWN_METHOD,
      url: target ?? '/',
      httpVersionMajor: 1,
      httpVersionMinor: 1,
      complete: true,
    });
    request.push(null);
    const isUnknownMethod = error.code === 'HPE_INVALID_METHOD' && target !== undefined;
    refuseRequest(request, isUnknownMethod ? new AppError('route_not_found', 'Not Found') : toAppError(error));
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.once('finish', () => socket.destroySoon());
    turns.handle(request, response, () => {
      response.assignSocket(socket);
      listener(request, response);
    });
  }
}

/** Its head was read: it is being handled already, or waits for its turn. */
function refuseUnderWay({ request, response, hasBegun }: Exchange, error: AppError): void {
  if (response.writableFinished) return request.socket.destroySoon();
  response.shouldKeepAlive = false;
  if (!hasBegun) refuseRequest(request, error);
  // Tells the code that reads the body. Nothing reads it where the response needs none.
  else if (request.listenerCount('error') > 0) request.emit('error', error);
}

function toAppError({ code = '' }: ParserError): AppError {
  return BY_CODE[code]?.() ?? new AppError('malformed_request', 'The request is not valid HTTP');
}

/** What the request line above the error asks for, as far as that line stands in what was read last. */
function targetIn({ rawPacket, bytesParsed = 0 }: ParserError): string | undefined {
  const text = rawPacket?.toString('latin1') ?? '';
  const end = text.indexOf('\n', bytesParsed);
  const above = end < 0 ? text : text.slice(0, end);
  return [...above.matchAll(REQUEST_LINE)].at(-1)?.[1];
}

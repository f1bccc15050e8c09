import { randomBytes } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Anonymous } from '../../auth/access.decorators.js';
import { consoleSecretOf } from '../../auth/console-cookie.js';
import { pathOf } from '../http/request-path.js';
import { ConsoleFiles } from './console-files.js';
import { contentSecurityPolicy } from './content-security-policy.js';

const NONCE_BYTES = 16;
const FOREVER = 'public, max-age=31536000, immutable';

/** The files of the page, and for every other path the page itself, which reads the path. */
@ApiExcludeController()
@Controller('console')
@Anonymous()
export class ConsolePagesController {
  constructor(private readonly files: ConsoleFiles) {}

  @Get(['', '*'])
  async serve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = pathOf(request);
    if (path.startsWith('/console/assets/')) return this.sendAsset(path.slice('/console/'.length), request, reply);
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    const page = await this.files.page({ prefix: prefixFor(path), nonce, mayHaveSession: mayHaveSession(request) });
    void reply
      .headers({ 'content-security-policy': contentSecurityPolicy(nonce), 'referrer-policy': 'same-origin' })
      .type('text/html; charset=utf-8')
      .send(page);
  }

  private async sendAsset(name: string, { headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { type, bytes, gzipped } = await this.files.asset(name);
    const takesGzip = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
    void reply
      .headers({ 'cache-control': FOREVER, vary: 'Accept-Encoding', ...(takesGzip && { 'content-encoding': 'gzip' }) })
      .type(type)
      .send(takesGzip ? gzipped : bytes);
  }
}

/**
 * Whether it is worth asking whose session it is: a request without an answer would stand in the browser's console.
 * A browser that comes from another site has left the cookie out.
 */
function mayHaveSession({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return consoleSecretOf(headers.cookie) !== undefined || site === 'cross-site' || site === 'same-site';
}

/** What leads from a page back to the folder of the console, so that it may stand below a path of a proxy. */
function prefixFor(path: string): string {
  const below = path.split('/').length - 3;
  return below < 0 ? './console/' : below === 0 ? './' : '../'.repeat(below);
}

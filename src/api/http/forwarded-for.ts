import { isIP } from 'node:net';
import { Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** What stands in the log and in `/health/ready`. */
const WARNING =
  'X-Forwarded-For comes from a peer that TRUST_PROXY does not name. If that is your proxy, all users count as one ' +
  'client, and a stranger who guesses passwords locks all of them out';

/** Looks after the header by which a proxy says whence a request comes. */
@Injectable()
export class ForwardedFor {
  private readonly logger = new Logger(ForwardedFor.name);
  private fromStranger = false;

  /** What an operator should mend; undefined where nothing was noticed since the start. */
  get warning(): string | undefined {
    return this.fromStranger ? WARNING : undefined;
  }

  /** Has `request.ip` be an IP address, whatever the header holds, and notices one from a peer that is not trusted. */
  check(request: FastifyRequest): void {
    if (request.headers['x-forwarded-for'] === undefined) return;
    const peer = request.socket.remoteAddress ?? '';
    // Fastify lists the peer, and then whom trusted peers name.
    if ((request.ips?.length ?? 1) === 1) this.notice(peer);
    else if (!isAddress(request.ip)) Object.defineProperty(request, 'ip', { value: peer });
  }

  /** Once: a stranger can send the header too. */
  private notice(peer: string): void {
    if (this.fromStranger) return;
    this.fromStranger = true;
    this.logger.warn({ msg: WARNING, peer });
  }
}

/** Without a zone (RFC 4007), which means nothing elsewhere and may be of any length. */
function isAddress(text: string): boolean {
  return isIP(text) !== 0 && !text.includes('%');
}

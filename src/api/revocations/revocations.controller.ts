import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Anonymous } from '../../auth/access.decorators.js';
import { AppError } from '../../common/app-error.js';
import { StatusLists } from '../../tokens/status-lists.js';
import { sendCacheable } from '../http/cacheable.js';
import { RevocationBroadcaster } from './revocation-broadcaster.js';

/** Open to anyone: a place in a list tells nothing to who does not hold its token. */
@ApiTags('revocations')
@Controller()
@Anonymous()
export class RevocationsController {
  constructor(
    private readonly lists: StatusLists,
    private readonly streams: RevocationBroadcaster,
  ) {}

  @Get('status-lists/:number')
  @ApiOperation({ summary: 'The revoked tokens, 2^20 to a list, signed (IETF Token Status List)' })
  @ApiProduces('application/statuslist+jwt')
  @ApiResponse({ status: 200, description: 'A JWT' })
  @ApiResponse({ status: 304, description: 'As in If-None-Match' })
  @ApiResponse({ status: 404, description: 'No token has a place in it yet' })
  async list(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!/^(0|[1-9]\d{0,9})$/.test(number)) throw new AppError('status_list_not_found', 'There is no such status list');
    const { token, etag } = await this.lists.get(Number(number));
    const contentType = 'application/statuslist+jwt';
    // Kept copies are asked about each time, so that a proxy never delays a revocation.
    sendCacheable(request, reply, { etag, cacheControl: 'public, no-cache', contentType, text: token });
  }

  @Get('revocations/events')
  @ApiOperation({ summary: 'Follow revocations as they happen, as server-sent events' })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Go on where an earlier stream ended.' })
  @ApiProduces('text/event-stream')
  @ApiResponse({
    status: 200,
    description: 'Events `revoked` of `{"uri", "idx": []}`, `key_revoked` of `{"kid"}`, `reset`: read lists and keys',
  })
  @ApiResponse({ status: 503, description: 'Too many streams, or the state of revocation is not known' })
  async events(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.streams.open(request, reply);
  }
}

import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Anonymous, Authenticated } from '../../auth/access.decorators.js';
import type { AuthenticatedRequest } from '../../auth/authenticated-request.js';
import { AppError } from '../../common/app-error.js';
import { StatusLists } from '../../tokens/status-lists.js';
import { sendCacheable } from '../http/cacheable.js';
import { headers } from '../openapi/headers.js';
import { CacheableResponse, Responses } from '../openapi/responses.js';
import { RevocationBroadcaster } from './revocation-broadcaster.js';

const CONTENT_TYPE = 'application/statuslist+jwt';
/** Kept copies are asked about each time, so that a proxy never delays a revocation. */
const CACHE_CONTROL = 'public, no-cache';

/** Open to anyone: an index in a list says nothing to those who do not have its token. */
@ApiTags('revocations')
@Controller()
export class RevocationsController {
  constructor(
    private readonly lists: StatusLists,
    private readonly streams: RevocationBroadcaster,
  ) {}

  @Get('status-lists/:number')
  @Anonymous()
  @ApiOperation({
    operationId: 'getStatusList',
    summary: 'Get the statuses of tokens, two bits each, 2^20 to a list, signed (IETF Token Status List)',
  })
  @ApiParam({ name: 'number', schema: { type: 'integer', minimum: 0, example: 0 } })
  @CacheableResponse(CONTENT_TYPE, 'A JWT', CACHE_CONTROL)
  @Responses({}, 'status_list_not_found')
  async list(
    @Param('number') number: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!/^(0|[1-9]\d{0,9})$/.test(number)) throw new AppError('status_list_not_found', 'There is no such status list');
    const { token, etag } = await this.lists.get(Number(number));
    sendCacheable(request, reply, { etag, cacheControl: CACHE_CONTROL, contentType: CONTENT_TYPE, text: token });
  }

  @Get('revocations/events')
  @Authenticated(['basic', 'bearer'], { optional: true })
  @ApiOperation({
    operationId: 'followRevocations',
    summary: 'Follow revocations and suspensions as they happen, as server-sent events',
    description:
      'Events are `revoked` of `{"uri", "idx": []}`, with `"suspended": true` where the tokens may come back, `restored` of the same, `key_revoked` of `{"kid"}`, and `reset`: read the lists and keys again. ' +
      'Whoever sends credentials takes none of the places that are for anyone.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Go on where an earlier stream ended.' })
  @ApiProduces('text/event-stream')
  @ApiResponse({
    status: 200,
    description: 'A stream without an end',
    headers: headers('X-Accel-Buffering'),
    schema: { type: 'string' },
  })
  async events(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.streams.open(request, reply);
  }
}

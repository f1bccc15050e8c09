import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Anonymous } from '../../auth/access.decorators.js';
import { Config } from '../../config/config.js';
import { SigningKeysService } from '../../signing-keys/signing-keys.service.js';
import { sendCacheable } from '../http/cacheable.js';
import { JwksDto, MetadataDto } from './dto/responses.dto.js';
import { presentJwks } from './jwks.presenter.js';
import { metadataOf } from './metadata.js';

@ApiTags('well-known')
@Controller('.well-known')
@Anonymous()
export class WellKnownController {
  constructor(
    private readonly keys: SigningKeysService,
    private readonly config: Config,
  ) {}

  @Get('jwks.json')
  @ApiOperation({
    summary: 'The public keys: the next, the current, and the retired that tokens still need (RFC 7517)',
  })
  @ApiResponse({ status: 200, type: JwksDto })
  @ApiResponse({ status: 304, description: 'As in If-None-Match' })
  jwks(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendCacheable(request, reply, presentJwks(this.keys.list()));
  }

  @Get('oauth-authorization-server')
  @ApiOperation({ summary: 'What this server does, for programs (RFC 8414)' })
  @ApiResponse({ status: 200, type: MetadataDto })
  metadata(): MetadataDto {
    return metadataOf(this.config.publicUrl);
  }
}

import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Anonymous } from '../../auth/access.decorators.js';
import { Config } from '../../config/config.js';
import { SigningKeysService } from '../../signing-keys/signing-keys.service.js';
import { sendCacheable } from '../http/cacheable.js';
import { CacheableResponse, Responses } from '../openapi/responses.js';
import { JwksResponseDto, MetadataResponseDto } from './dto/responses.dto.js';
import { JWKS_CACHE_CONTROL, presentJwks } from './jwks.presenter.js';
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
    operationId: 'getJwks',
    summary: 'Get the public keys: the next, the current, and the retired that tokens still need (RFC 7517)',
  })
  @CacheableResponse('application/json', JwksResponseDto, JWKS_CACHE_CONTROL)
  jwks(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendCacheable(request, reply, presentJwks(this.keys.list()));
  }

  @Get('oauth-authorization-server')
  @ApiOperation({ operationId: 'getServerMetadata', summary: 'Tell programs what this server does (RFC 8414)' })
  @Responses({ 200: MetadataResponseDto })
  metadata(): MetadataResponseDto {
    return metadataOf(this.config.publicUrl);
  }
}

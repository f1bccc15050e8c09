import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { always, Authenticated, Caller, EVERY_SCHEME } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { AppError } from '../../common/app-error.js';
import { SigningKeyTokensService } from '../../tokens/signing-key-tokens.service.js';
import { ValidBody } from '../http/valid-body.js';
import { Responses } from '../openapi/responses.js';
import { RevokedSigningKeyResponseDto, RevokeSigningKeyDto, SigningKeyPageResponseDto } from './dto/signing-key.dto.js';
import { presentSigningKeys } from './signing-key.presenter.js';

const ID = /^[1-9]\d{0,8}$/;

@ApiTags('admin')
@Controller('admin/signing-keys')
@Authenticated(EVERY_SCHEME, { roles: ['admin'] })
export class SigningKeysController {
  constructor(private readonly keys: SigningKeyTokensService) {}

  @Get()
  @Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'] })
  @ApiOperation({ operationId: 'listSigningKeys', summary: 'List the signing keys, from the newest on' })
  @Responses({ 200: SigningKeyPageResponseDto })
  async list(): Promise<SigningKeyPageResponseDto> {
    return presentSigningKeys(await this.keys.listKeys());
  }

  @Post('rotate')
  @Authenticated(EVERY_SCHEME, { roles: ['admin'], freshPassword: always })
  @ApiOperation({
    operationId: 'rotateSigningKeys',
    summary: 'Sign with the next key from now on; every token stays active',
  })
  @Responses({ 200: SigningKeyPageResponseDto }, 'rotation_too_early')
  async rotate(@Caller() caller: UserActor): Promise<SigningKeyPageResponseDto> {
    return presentSigningKeys(await this.keys.rotate(caller));
  }

  @Post(':id/revoke')
  @Authenticated(EVERY_SCHEME, { roles: ['admin'], freshPassword: always })
  @ApiOperation({
    operationId: 'revokeSigningKey',
    summary: 'End everything that a key signed, within a second everywhere; another signs at once',
  })
  @ApiParam({ name: 'id', schema: { type: 'integer', minimum: 1, example: 1 } })
  @Responses({ 200: RevokedSigningKeyResponseDto }, 'signing_key_not_found', 'signing_key_revoked')
  async revoke(
    @Caller() caller: UserActor,
    @Param('id') id: string,
    @ValidBody() { reason }: RevokeSigningKeyDto,
  ): Promise<RevokedSigningKeyResponseDto> {
    if (!ID.test(id)) throw new AppError('signing_key_not_found', 'There is no signing key of this id');
    return this.keys.revoke(caller, Number(id), reason);
  }
}

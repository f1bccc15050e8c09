import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBasicAuth, ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { AppError } from '../../common/app-error.js';
import { SigningKeyTokensService } from '../../tokens/signing-key-tokens.service.js';
import { ValidBody } from '../http/valid-body.js';
import { RevokeSigningKeyDto, SigningKeyPageDto, SigningKeyRevokedDto } from './dto/signing-key.dto.js';
import { ProblemDto } from './dto/user.dto.js';
import { presentSigningKeys } from './signing-key.presenter.js';

const ID = /^[1-9]\d{0,8}$/;

@ApiTags('admin')
@ApiBearerAuth()
@ApiBasicAuth()
@ApiResponse({ status: 401, type: ProblemDto, description: 'No credentials, or bad ones' })
@ApiResponse({ status: 403, type: ProblemDto, description: 'Not an admin' })
@Controller('admin/signing-keys')
@Authenticated(['basic', 'bearer'], { roles: ['admin'] })
export class SigningKeysController {
  constructor(private readonly keys: SigningKeyTokensService) {}

  @Get()
  @Authenticated(['basic', 'bearer'], { roles: ['admin', 'auditor'] })
  @ApiOperation({ summary: 'List the signing keys, from the newest on' })
  @ApiResponse({ status: 200, type: SigningKeyPageDto })
  async list(): Promise<SigningKeyPageDto> {
    return presentSigningKeys(await this.keys.listKeys());
  }

  @Post('rotate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign with the next key from now on; every token stays active' })
  @ApiResponse({ status: 200, type: SigningKeyPageDto })
  @ApiResponse({ status: 409, type: ProblemDto, description: 'The next key is too new; see Retry-After' })
  async rotate(@Caller() caller: UserActor): Promise<SigningKeyPageDto> {
    return presentSigningKeys(await this.keys.rotate(caller));
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @ApiOperation({ summary: 'End everything that a key signed, within a second everywhere; another signs at once' })
  @ApiBody({ type: RevokeSigningKeyDto })
  @ApiResponse({ status: 200, type: SigningKeyRevokedDto })
  @ApiResponse({ status: 400, type: ProblemDto, description: 'No reason, or one that is too long' })
  @ApiResponse({ status: 404, type: ProblemDto, description: 'No such key' })
  @ApiResponse({ status: 409, type: ProblemDto, description: 'It is revoked already' })
  async revoke(
    @Caller() caller: UserActor,
    @Param('id') id: string,
    @ValidBody() { reason }: RevokeSigningKeyDto,
  ): Promise<SigningKeyRevokedDto> {
    if (!ID.test(id)) throw new AppError('signing_key_not_found', 'There is no signing key of this id');
    return this.keys.revoke(caller, Number(id), reason);
  }
}

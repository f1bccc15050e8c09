import { Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { KeyRotationService } from '../../signing-keys/key-rotation.service.js';
import { Responses } from '../openapi/responses.js';
import { SigningKeyListResponseDto } from './dto/signing-key.dto.js';
import { presentSigningKeys } from './signing-key.presenter.js';

@ApiTags('admin')
@Controller('admin/signing-keys')
@Authenticated(['basic', 'bearer'], { roles: ['admin'] })
export class SigningKeysController {
  constructor(private readonly rotation: KeyRotationService) {}

  @Get()
  @Authenticated(['basic', 'bearer'], { roles: ['admin', 'auditor'] })
  @ApiOperation({ operationId: 'listSigningKeys', summary: 'List the signing keys, from the newest on' })
  @Responses({ 200: SigningKeyListResponseDto })
  async list(): Promise<SigningKeyListResponseDto> {
    return presentSigningKeys(await this.rotation.listKeys());
  }

  @Post('rotate')
  @ApiOperation({
    operationId: 'rotateSigningKeys',
    summary: 'Sign with the next key from now on; every token stays valid',
  })
  @Responses({ 200: SigningKeyListResponseDto }, 'rotation_too_early')
  async rotate(@Caller() caller: UserActor): Promise<SigningKeyListResponseDto> {
    return presentSigningKeys(await this.rotation.rotate(caller));
  }
}

import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBasicAuth, ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { KeyRotationService } from '../../signing-keys/key-rotation.service.js';
import { SigningKeyListDto } from './dto/signing-key.dto.js';
import { ProblemDto } from './dto/user.dto.js';
import { presentSigningKeys } from './signing-key.presenter.js';

@ApiTags('admin')
@ApiBearerAuth()
@ApiBasicAuth()
@ApiResponse({ status: 401, type: ProblemDto, description: 'No credentials, or bad ones' })
@ApiResponse({ status: 403, type: ProblemDto, description: 'Not an admin' })
@Controller('admin/signing-keys')
@Authenticated(['basic', 'bearer'], { roles: ['admin'] })
export class SigningKeysController {
  constructor(private readonly rotation: KeyRotationService) {}

  @Get()
  @Authenticated(['basic', 'bearer'], { roles: ['admin', 'auditor'] })
  @ApiOperation({ summary: 'List the signing keys, from the newest on' })
  @ApiResponse({ status: 200, type: SigningKeyListDto })
  async list(): Promise<SigningKeyListDto> {
    return presentSigningKeys(await this.rotation.listKeys());
  }

  @Post('rotate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign with the next key from now on; every token stays good' })
  @ApiResponse({ status: 200, type: SigningKeyListDto })
  @ApiResponse({ status: 409, type: ProblemDto, description: 'The next key is too new; see Retry-After' })
  async rotate(@Caller() caller: UserActor): Promise<SigningKeyListDto> {
    return presentSigningKeys(await this.rotation.rotate(caller));
  }
}

import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { always, Authenticated, Caller, EVERY_SCHEME } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { AppError } from '../../common/app-error.js';
import { SettingsService } from '../../settings/settings.service.js';
import { Responses } from '../openapi/responses.js';
import { SettingsResponseDto, UpdateSettingsDto } from './dto/settings.dto.js';
import { presentSettings } from './settings.presenter.js';

@ApiTags('admin')
@Controller('admin/settings')
@Authenticated(EVERY_SCHEME, { roles: ['admin'] })
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  @Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'] })
  @ApiOperation({ operationId: 'getSettings', summary: 'Get every setting that persists, with its range' })
  @Responses({ 200: SettingsResponseDto })
  async get(): Promise<SettingsResponseDto> {
    return presentSettings(await this.settings.getAll());
  }

  @Patch()
  @Authenticated(EVERY_SCHEME, { roles: ['admin'], freshPassword: always })
  @ApiOperation({
    operationId: 'updateSettings',
    summary: 'Change settings, all that are named or none; what was issued before keeps its end',
  })
  @ApiBody({ type: UpdateSettingsDto })
  @Responses({ 200: SettingsResponseDto }, 'setting_invalid')
  async update(@Caller() caller: UserActor, @Body() body: unknown): Promise<SettingsResponseDto> {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new AppError('invalid_request', 'The body must be a JSON object');
    }
    await this.settings.update(caller, body as Record<string, unknown>);
    return presentSettings(await this.settings.getAll());
  }
}

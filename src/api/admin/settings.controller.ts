import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiBasicAuth, ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { AppError } from '../../common/app-error.js';
import { SettingsService } from '../../settings/settings.service.js';
import { SettingsResponseDto, UpdateSettingsDto } from './dto/settings.dto.js';
import { ProblemDto } from './dto/user.dto.js';

@ApiTags('admin')
@ApiBearerAuth()
@ApiBasicAuth()
@ApiResponse({ status: 401, type: ProblemDto, description: 'No credentials, or bad ones' })
@ApiResponse({ status: 403, type: ProblemDto, description: 'Not an admin, nor an auditor who reads' })
@Controller('admin/settings')
@Authenticated(['basic', 'bearer'], { roles: ['admin'] })
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  @Authenticated(['basic', 'bearer'], { roles: ['admin', 'auditor'] })
  @ApiOperation({ summary: 'Get every setting that persists' })
  @ApiResponse({ status: 200, type: SettingsResponseDto })
  get(): Promise<SettingsResponseDto> {
    return this.settings.getAll();
  }

  @Patch()
  @ApiOperation({ summary: 'Change settings, all that are named or none; what was issued before keeps its end' })
  @ApiBody({ type: UpdateSettingsDto })
  @ApiResponse({ status: 200, type: SettingsResponseDto })
  @ApiResponse({ status: 400, type: ProblemDto, description: 'No such setting, or out of its range: each is named' })
  async update(@Caller() caller: UserActor, @Body() body: unknown): Promise<SettingsResponseDto> {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new AppError('invalid_request', 'The body must be a JSON object');
    }
    await this.settings.update(caller, body as Record<string, unknown>);
    return this.settings.getAll();
  }
}

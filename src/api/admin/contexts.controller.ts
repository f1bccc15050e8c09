import { Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiBasicAuth, ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { ContextsService } from '../../contexts/contexts.service.js';
import { ValidBody } from '../http/valid-body.js';
import { parseContextCode, presentContext } from './context.presenter.js';
import { ContextDto, ContextListDto, CreateContextDto, UpdateContextDto } from './dto/context.dto.js';
import { ProblemDto } from './dto/user.dto.js';

@ApiTags('admin')
@ApiBearerAuth()
@ApiBasicAuth()
@ApiResponse({ status: 401, type: ProblemDto, description: 'No credentials, or bad ones' })
@ApiResponse({ status: 403, type: ProblemDto, description: 'Not an admin' })
@Controller('admin/contexts')
@Authenticated(['basic', 'bearer'], { roles: ['admin'] })
export class ContextsController {
  constructor(private readonly contexts: ContextsService) {}

  @Get()
  @Authenticated(['basic', 'bearer'], { roles: ['admin', 'auditor'] })
  @ApiOperation({ summary: 'List the contexts that tokens can be good for' })
  @ApiResponse({ status: 200, type: ContextListDto })
  async list(): Promise<ContextListDto> {
    return { contexts: (await this.contexts.listContexts()).map(presentContext) };
  }

  @Post()
  @ApiOperation({ summary: 'Create a context' })
  @ApiBody({ type: CreateContextDto })
  @ApiResponse({ status: 201, type: ContextDto })
  @ApiResponse({ status: 400, type: ProblemDto, description: 'A field is wrong; `fields` says which' })
  @ApiResponse({ status: 409, type: ProblemDto, description: 'The code or the name is taken' })
  async create(
    @Caller() caller: UserActor,
    @ValidBody() { code, name, description }: CreateContextDto,
  ): Promise<ContextDto> {
    const context = { code, name, description: description ?? null };
    return presentContext(await this.contexts.createContext(caller, context));
  }

  @Patch(':code')
  @ApiOperation({ summary: 'Rename or describe a context; its tokens stay good for it' })
  @ApiBody({ type: UpdateContextDto })
  @ApiResponse({ status: 200, type: ContextDto })
  @ApiResponse({ status: 400, type: ProblemDto, description: 'A field is wrong; `fields` says which' })
  @ApiResponse({ status: 404, type: ProblemDto, description: 'No such context' })
  @ApiResponse({ status: 409, type: ProblemDto, description: 'The name is taken' })
  async update(
    @Caller() caller: UserActor,
    @Param('code') code: string,
    @ValidBody() body: UpdateContextDto,
  ): Promise<ContextDto> {
    return presentContext(await this.contexts.updateContext(caller, parseContextCode(code), body));
  }

  @Delete(':code')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a context that no token is good for' })
  @ApiResponse({ status: 204, description: 'Deleted' })
  @ApiResponse({ status: 404, type: ProblemDto, description: 'No such context' })
  @ApiResponse({ status: 409, type: ProblemDto, description: 'Tokens are good for it; `tokens` says how many' })
  async delete(@Caller() caller: UserActor, @Param('code') code: string): Promise<void> {
    await this.contexts.deleteContext(caller, parseContextCode(code));
  }
}

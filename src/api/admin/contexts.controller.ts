import { Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller, EVERY_SCHEME } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { ContextsService } from '../../contexts/contexts.service.js';
import { ValidBody } from '../http/valid-body.js';
import { Responses } from '../openapi/responses.js';
import { parseContextCode, presentContext } from './context.presenter.js';
import { ContextListResponseDto, ContextResponseDto, CreateContextDto, UpdateContextDto } from './dto/context.dto.js';

const CODE = { name: 'code', schema: { type: 'integer', minimum: 1, example: 3 } };

@ApiTags('admin')
@Controller('admin/contexts')
@Authenticated(EVERY_SCHEME, { roles: ['admin'] })
export class ContextsController {
  constructor(private readonly contexts: ContextsService) {}

  @Get()
  @Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'] })
  @ApiOperation({ operationId: 'listContexts', summary: 'List the contexts that tokens can have' })
  @Responses({ 200: ContextListResponseDto })
  async list(): Promise<ContextListResponseDto> {
    return { contexts: (await this.contexts.listContexts()).map(presentContext) };
  }

  @Post()
  @ApiOperation({ operationId: 'createContext', summary: 'Create a context' })
  @Responses({ 201: ContextResponseDto }, 'context_taken')
  async create(
    @Caller() caller: UserActor,
    @ValidBody() { code, name, description }: CreateContextDto,
  ): Promise<ContextResponseDto> {
    const context = { code, name, description: description ?? null };
    return presentContext(await this.contexts.createContext(caller, context));
  }

  @Patch(':code')
  @ApiOperation({ operationId: 'updateContext', summary: 'Rename or describe a context; its tokens stay valid' })
  @ApiParam(CODE)
  @Responses({ 200: ContextResponseDto }, 'context_not_found', 'context_taken')
  async update(
    @Caller() caller: UserActor,
    @Param('code') code: string,
    @ValidBody() body: UpdateContextDto,
  ): Promise<ContextResponseDto> {
    return presentContext(await this.contexts.updateContext(caller, parseContextCode(code), body));
  }

  @Delete(':code')
  @ApiOperation({ operationId: 'deleteContext', summary: 'Delete a context that no token has' })
  @ApiParam(CODE)
  @Responses({ 204: 'Deleted' }, 'context_not_found', 'context_in_use')
  async delete(@Caller() caller: UserActor, @Param('code') code: string): Promise<void> {
    await this.contexts.deleteContext(caller, parseContextCode(code));
  }
}

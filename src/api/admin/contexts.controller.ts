import { Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiBasicAuth, ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated } from '../../auth/access.decorators.js';
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
  async create(@ValidBody() { code, name, description }: CreateContextDto): Promise<ContextDto> {
    return presentContext(await this.contexts.createContext({ code, name, description: description ?? null }));
  }

  @Patch(':code')
  @ApiOperation({ summary: 'Rename or describe a context; its tokens stay good for it' })
  @ApiBody({ type: UpdateContextDto })
  @ApiResponse({ status: 200, type: ContextDto })
  @ApiResponse({ status: 400, type: ProblemDto, description: 'A field is wrong; `fields` says which' })
  @ApiResponse({ status: 404, type: ProblemDto, description: 'No such context' })
  @ApiResponse({ status: 409, type: ProblemDto, description: 'The name is taken' })
  async update(@Param('code') code: string, @ValidBody() body: UpdateContextDto): Promise<ContextDto> {
    return presentContext(await this.contexts.updateContext(parseContextCode(code), body));
  }

  @Delete(':code')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a context that no token is good for' })
  @ApiResponse({ status: 204, description: 'Deleted' })
  @ApiResponse({ status: 404, type: ProblemDto, description: 'No such context' })
  @ApiResponse({ status: 409, type: ProblemDto, description: 'Tokens are good for it; `tokens` says how many' })
  async delete(@Param('code') code: string): Promise<void> {
    await this.contexts.deleteContext(parseContextCode(code));
  }
}

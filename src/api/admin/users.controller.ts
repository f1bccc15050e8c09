import { Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBasicAuth, ApiBearerAuth, ApiBody, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { UsersService } from '../../users/users.service.js';
import { ValidBody } from '../http/valid-body.js';
import { CreateUserDto } from './dto/create-user.dto.js';
import { UpdateUserDto } from './dto/update-user.dto.js';
import { ProblemDto, RevokedDto, UserDto, UserPageDto } from './dto/user.dto.js';
import { accountOf, changesOf, parsePage, parseUserId } from './user-query.js';
import { presentUser, presentUserPage } from './user.presenter.js';

@ApiTags('admin')
@ApiBearerAuth()
@ApiBasicAuth()
@ApiResponse({ status: 401, type: ProblemDto, description: 'No credentials, or bad ones' })
@ApiResponse({ status: 403, type: ProblemDto, description: 'Not an admin' })
@Controller('admin/users')
@Authenticated(['basic', 'bearer'], { roles: ['admin'] })
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Post()
  @ApiOperation({ summary: 'Create a user' })
  @ApiBody({ type: CreateUserDto })
  @ApiResponse({ status: 201, type: UserDto })
  @ApiResponse({ status: 400, type: ProblemDto, description: 'A field is wrong; `fields` says which' })
  @ApiResponse({ status: 409, type: ProblemDto, description: 'The user name is taken' })
  async create(@Caller() caller: UserActor, @ValidBody() body: CreateUserDto): Promise<UserDto> {
    return presentUser(await this.users.createUser(caller, accountOf(body)));
  }

  @Get()
  @Authenticated(['basic', 'bearer'], { roles: ['admin', 'auditor'] })
  @ApiOperation({ summary: 'List users in the order of their ids' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 } })
  @ApiQuery({ name: 'after', required: false, description: 'The `nextCursor` of the page before.' })
  @ApiResponse({ status: 200, type: UserPageDto })
  @ApiResponse({ status: 400, type: ProblemDto, description: 'A bad limit or cursor' })
  async list(@Query() query: Record<string, unknown>): Promise<UserPageDto> {
    const { limit, afterId } = parsePage(query);
    return presentUserPage(await this.users.listUsers(afterId, limit + 1), limit);
  }

  @Get(':id')
  @Authenticated(['basic', 'bearer'], { roles: ['admin', 'auditor'] })
  @ApiOperation({ summary: 'Get one user' })
  @ApiResponse({ status: 200, type: UserDto })
  @ApiResponse({ status: 404, type: ProblemDto, description: 'No such user' })
  async get(@Param('id') id: string): Promise<UserDto> {
    return presentUser(await this.users.getUser(parseUserId(id)));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a user; disabling him ends all his tokens' })
  @ApiBody({ type: UpdateUserDto })
  @ApiResponse({ status: 200, type: UserDto })
  @ApiResponse({ status: 400, type: ProblemDto, description: 'A field is wrong; `fields` says which' })
  @ApiResponse({ status: 404, type: ProblemDto, description: 'No such user' })
  @ApiResponse({ status: 409, type: ProblemDto, description: 'The last enabled admin' })
  async update(
    @Caller() caller: UserActor,
    @Param('id') id: string,
    @ValidBody() body: UpdateUserDto,
  ): Promise<UserDto> {
    return presentUser(await this.users.updateUser(caller, parseUserId(id), changesOf(body)));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a user; all his tokens end' })
  @ApiResponse({ status: 204, description: 'Deleted' })
  @ApiResponse({ status: 404, type: ProblemDto, description: 'No such user' })
  @ApiResponse({ status: 409, type: ProblemDto, description: 'The last enabled admin' })
  async delete(@Caller() caller: UserActor, @Param('id') id: string): Promise<void> {
    await this.users.deleteUser(caller, parseUserId(id));
  }

  @Post(':id/revoke-tokens')
  @HttpCode(200)
  @ApiOperation({ summary: 'End every token of a user, of every kind' })
  @ApiResponse({ status: 200, type: RevokedDto })
  @ApiResponse({ status: 404, type: ProblemDto, description: 'No such user' })
  async revokeTokens(@Caller() caller: UserActor, @Param('id') id: string): Promise<RevokedDto> {
    return { revoked: await this.users.revokeEverything(caller, parseUserId(id)) };
  }
}

import { Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Authenticated, Caller, EVERY_SCHEME } from '../../auth/access.decorators.js';
import type { UserActor } from '../../common/actor.js';
import { ROLES } from '../../common/roles.js';
import { USER_SOURCES } from '../../common/user-source.js';
import { UserProfilesService } from '../../users/user-profiles.service.js';
import { UsersService } from '../../users/users.service.js';
import { ValidBody } from '../http/valid-body.js';
import { Responses } from '../openapi/responses.js';
import { CreateUserDto } from './dto/create-user.dto.js';
import { UpdateUserDto } from './dto/update-user.dto.js';
import { RevokedTokensResponseDto, UserPageResponseDto, UserResponseDto } from './dto/user.dto.js';
import { ListParameters } from '../http/list.parameters.js';
import { accountOf, changesOf, changesRole, givesPower, parseUserId, parseUserQuery } from './user-query.js';
import { presentUser, presentUserPage } from './user.presenter.js';

const ID = { name: 'id', schema: { type: 'integer', minimum: 1, example: 2 } };

@ApiTags('admin')
@Controller('admin/users')
@Authenticated(EVERY_SCHEME, { roles: ['admin'] })
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly profiles: UserProfilesService,
  ) {}

  @Post()
  @Authenticated(EVERY_SCHEME, { roles: ['admin'], freshPassword: givesPower })
  @ApiOperation({ operationId: 'createUser', summary: 'Create a user' })
  @Responses({ 201: UserResponseDto }, 'username_taken', 'password_unacceptable')
  async create(@Caller() caller: UserActor, @ValidBody() body: CreateUserDto): Promise<UserResponseDto> {
    return presentUser(await this.users.createUser(caller, accountOf(body)));
  }

  @Get()
  @Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'] })
  @ApiOperation({
    operationId: 'listUsers',
    summary: 'List users, in the order of their ids; with a query, of what was found',
  })
  @ListParameters(
    { name: 'query', type: String, description: 'The beginning of the user name, full name or e-mail, in any case.' },
    { name: 'role', enum: ROLES },
    { name: 'enabled', type: Boolean },
    { name: 'source', enum: USER_SOURCES },
  )
  @Responses({ 200: UserPageResponseDto }, 'invalid_request')
  async list(@Query() query: Record<string, unknown>): Promise<UserPageResponseDto> {
    const { filter, after, limit } = parseUserQuery(query);
    return presentUserPage(await this.profiles.listUsers(filter, after, limit));
  }

  @Get(':id')
  @Authenticated(EVERY_SCHEME, { roles: ['admin', 'auditor'] })
  @ApiOperation({ operationId: 'getUser', summary: 'Get one user' })
  @ApiParam(ID)
  @Responses({ 200: UserResponseDto }, 'user_not_found')
  async get(@Param('id') id: string): Promise<UserResponseDto> {
    return presentUser(await this.profiles.getUser(parseUserId(id)));
  }

  @Patch(':id')
  @Authenticated(EVERY_SCHEME, { roles: ['admin'], freshPassword: changesRole })
  @ApiOperation({ operationId: 'updateUser', summary: 'Change a user; disabling them ends all their tokens' })
  @ApiParam(ID)
  @Responses({ 200: UserResponseDto }, 'user_not_found', 'last_admin', 'password_unacceptable')
  async update(
    @Caller() caller: UserActor,
    @Param('id') id: string,
    @ValidBody() body: UpdateUserDto,
  ): Promise<UserResponseDto> {
    return presentUser(await this.users.updateUser(caller, parseUserId(id), changesOf(body)));
  }

  @Delete(':id')
  @ApiOperation({ operationId: 'deleteUser', summary: 'Delete a user; all their tokens end' })
  @ApiParam(ID)
  @Responses({ 204: 'Deleted' }, 'user_not_found', 'last_admin')
  async delete(@Caller() caller: UserActor, @Param('id') id: string): Promise<void> {
    await this.users.deleteUser(caller, parseUserId(id));
  }

  @Post(':id/revoke-tokens')
  @ApiOperation({ operationId: 'revokeUserTokens', summary: 'End every token of a user, of every kind' })
  @ApiParam(ID)
  @Responses({ 200: RevokedTokensResponseDto }, 'user_not_found')
  async revokeTokens(@Caller() caller: UserActor, @Param('id') id: string): Promise<RevokedTokensResponseDto> {
    return { revoked: await this.users.revokeEverything(caller, parseUserId(id)) };
  }
}

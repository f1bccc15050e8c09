import { Module } from '@nestjs/common';
import { CurrentRoles } from './current-roles.js';
import { FirstAdminService } from './first-admin.service.js';
import { PasswordsService } from './passwords.service.js';
import { UsersService } from './users.service.js';

@Module({
  providers: [UsersService, PasswordsService, FirstAdminService, CurrentRoles],
  exports: [UsersService, PasswordsService, CurrentRoles, FirstAdminService],
})
export class UsersModule {}

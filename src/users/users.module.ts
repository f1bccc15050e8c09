import { Module } from '@nestjs/common';
import { PasswordsModule } from '../passwords/passwords.module.js';
import { CurrentRoles } from './current-roles.js';
import { FirstAdminService } from './first-admin.service.js';
import { UserProfilesService } from './user-profiles.service.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [PasswordsModule],
  providers: [UsersService, UserProfilesService, FirstAdminService, CurrentRoles],
  exports: [UsersService, UserProfilesService, CurrentRoles, FirstAdminService],
})
export class UsersModule {}

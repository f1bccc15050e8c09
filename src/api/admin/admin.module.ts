import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth/auth.module.js';
import { UsersModule } from '../../users/users.module.js';
import { SigningKeysModule } from '../../signing-keys/signing-keys.module.js';
import { SigningKeysController } from './signing-keys.controller.js';
import { UsersController } from './users.controller.js';

@Module({
  imports: [AuthModule, UsersModule, SigningKeysModule],
  controllers: [UsersController, SigningKeysController],
})
export class AdminModule {}

import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module.js';
import { SearchService } from './search.service.js';

@Module({ imports: [UsersModule], providers: [SearchService], exports: [SearchService] })
export class SearchModule {}

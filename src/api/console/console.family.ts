import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth/auth.module.js';
import { SessionsModule } from '../../sessions/sessions.module.js';
import type { ApiFamily } from '../api-family.js';
import { ProblemDto } from '../errors/problem.dto.js';
import { ConsoleFiles } from './console-files.js';
import { ConsolePagesController } from './console-pages.controller.js';
import { ConsoleSessionController } from './console-session.controller.js';
import { consoleErrors } from './console.errors.js';

@Module({
  imports: [AuthModule, SessionsModule],
  providers: [ConsoleFiles],
  // The session's paths before the pages, which take every other.
  controllers: [ConsoleSessionController, ConsolePagesController],
})
class ConsoleModule {}

export const consoleFamily: ApiFamily = {
  name: 'console',
  prefixes: ['/console'],
  module: ConsoleModule,
  dialect: consoleErrors,
  errorDto: ProblemDto,
  // Filters and positions of its pages.
  ignoresQuery: true,
};

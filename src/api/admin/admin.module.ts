import { Module } from '@nestjs/common';
import { AuditModule } from '../../audit/audit.module.js';
import { AuthModule } from '../../auth/auth.module.js';
import { ContextsModule } from '../../contexts/contexts.module.js';
import { IncidentsModule } from '../../incidents/incidents.module.js';
import { UsersModule } from '../../users/users.module.js';
import { TokensModule } from '../../tokens/tokens.module.js';
import { AuditController } from './audit.controller.js';
import { ContextRightsController } from './context-rights.controller.js';
import { ContextsController } from './contexts.controller.js';
import { ExplainController } from './explain.controller.js';
import { OverviewModule } from '../../overview/overview.module.js';
import { HttpModule } from '../http/http.module.js';
import { OverviewController } from './overview.controller.js';
import { SearchModule } from '../../search/search.module.js';
import { SearchController } from './search.controller.js';
import { SettingsModule } from '../../settings/settings.module.js';
import { SettingsController } from './settings.controller.js';
import { SigningKeysController } from './signing-keys.controller.js';
import { IncidentsController } from './incidents.controller.js';
import { FactorsModule } from '../../factors/factors.module.js';
import { SecondFactorsController } from './second-factors.controller.js';
import { SessionsController } from './sessions.controller.js';
import { TokensController } from './tokens.controller.js';
import { UsersController } from './users.controller.js';

@Module({
  imports: [
    AuthModule,
    AuditModule,
    IncidentsModule,
    UsersModule,
    FactorsModule,
    ContextsModule,
    TokensModule,
    SettingsModule,
    SearchModule,
    OverviewModule,
    HttpModule,
  ],
  controllers: [
    AuditController,
    UsersController,
    ContextsController,
    ContextRightsController,
    ExplainController,
    SearchController,
    OverviewController,
    SigningKeysController,
    SettingsController,
    TokensController,
    SessionsController,
    SecondFactorsController,
    IncidentsController,
  ],
})
export class AdminModule {}

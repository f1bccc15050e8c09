import { Module, type DynamicModule } from '@nestjs/common';
import { ApiModule } from './api/api.module.js';
import { ApiKeysModule } from './api-keys/api-keys.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CommonModule } from './common/common.module.js';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { CryptoModule } from './crypto/crypto.module.js';
import { DatabaseModule } from './database/database.module.js';
import { FactorsModule } from './factors/factors.module.js';
import { IncidentsModule } from './incidents/incidents.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { OverviewModule } from './overview/overview.module.js';
import { PasswordsModule } from './passwords/passwords.module.js';
import { SearchModule } from './search/search.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { SigningKeysModule } from './signing-keys/signing-keys.module.js';
import { TokensModule } from './tokens/tokens.module.js';
import { UsersModule } from './users/users.module.js';

@Module({})
export class AppModule {
  /** @param config whose `databaseUrl` is set. */
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        CommonModule,
        CryptoModule,
        DatabaseModule,
        SigningKeysModule,
        SettingsModule,
        PasswordsModule,
        UsersModule,
        TokensModule,
        SessionsModule,
        ApiKeysModule,
        IncidentsModule,
        SearchModule,
        OverviewModule,
        FactorsModule,
        MetricsModule,
        AuthModule,
        ApiModule.with(config),
      ],
    };
  }
}

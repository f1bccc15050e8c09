import { Global, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';
import { ChangeFeed } from './changes/change-feed.js';
import { CleanupService } from './cleanup.service.js';
import { createDataSource } from './data-source.js';
import { EventRecorder } from './event-recorder.js';
import { OperatorPool } from './operator-pool.js';
import { PgBossSql } from './pg-boss-sql.js';
import { PreparedStatements } from './prepared-statements.js';
import { migrate } from './migrate.js';
import { ReadinessService } from './readiness.service.js';
import { ActivityRepository } from './repositories/activity.repository.js';
import { AllowedContextRepository } from './repositories/allowed-context.repository.js';
import { ApiKeyRepository } from './repositories/api-key.repository.js';
import { AuditEventRepository } from './repositories/audit-event.repository.js';
import { AuditKeyRepository } from './repositories/audit-key.repository.js';
import { AuditPartitionRepository } from './repositories/audit-partition.repository.js';
import { AuditSearchRepository } from './repositories/audit-search.repository.js';
import { AuditTreeRepository } from './repositories/audit-tree.repository.js';
import { ConsoleSessionRepository } from './repositories/console-session.repository.js';
import { ContextTokenLookupRepository } from './repositories/context-token-lookup.repository.js';
import { ContextTokenRepository } from './repositories/context-token.repository.js';
import { ContextRepository } from './repositories/context.repository.js';
import { IncidentChunkRepository } from './repositories/incident-chunk.repository.js';
import { IncidentTokenRepository } from './repositories/incident-token.repository.js';
import { IncidentRepository } from './repositories/incident.repository.js';
import { LiveCountRepository } from './repositories/live-count.repository.js';
import { SearchRepository } from './repositories/search.repository.js';
import { SealedTokenRepository } from './repositories/sealed-token.repository.js';
import { RecoveryCodeRepository } from './repositories/recovery-code.repository.js';
import { SecondFactorRepository } from './repositories/second-factor.repository.js';
import { ChallengeRepository } from './repositories/challenge.repository.js';
import { LoginAttemptsRepository } from './repositories/login-attempts.repository.js';
import { RefusedLoginsRepository } from './repositories/refused-logins.repository.js';
import { ResetCodeRepository } from './repositories/reset-code.repository.js';
import { SessionRepository } from './repositories/session.repository.js';
import { SettingRepository } from './repositories/setting.repository.js';
import { SigningKeyRepository } from './repositories/signing-key.repository.js';
import { TokenChangeRepository } from './repositories/token-change.repository.js';
import { TokenListRepository } from './repositories/token-list.repository.js';
import { TokenUseRepository } from './repositories/token-use.repository.js';
import { TokenStateRepository } from './repositories/token-state.repository.js';
import { TokenRepository } from './repositories/token.repository.js';
import { TotpFactorRepository } from './repositories/totp-factor.repository.js';
import { UserListRepository } from './repositories/user-list.repository.js';
import { UserRepository } from './repositories/user.repository.js';
import { TransactionRunner } from './transactions.js';
import { UserTurns } from './user-turns.js';

async function connect(config: Config, feed: ChangeFeed): Promise<DataSource> {
  const url = config.databaseUrl!;
  for (const name of await migrate(url)) new Logger('Migrations').log(`Applied ${name}`);
  return createDataSource(url, { silentMs: () => feed.ageMs() }).initialize();
}

const PROVIDERS = [
  PreparedStatements,
  EventRecorder,
  UserTurns,
  TransactionRunner,
  ChangeFeed,
  ReadinessService,
  CleanupService,
  UserRepository,
  UserListRepository,
  TokenRepository,
  TokenChangeRepository,
  OperatorPool,
  TokenListRepository,
  TokenUseRepository,
  TokenStateRepository,
  ApiKeyRepository,
  SigningKeyRepository,
  SettingRepository,
  ContextRepository,
  AllowedContextRepository,
  ContextTokenRepository,
  ContextTokenLookupRepository,
  SealedTokenRepository,
  IncidentRepository,
  IncidentChunkRepository,
  IncidentTokenRepository,
  SearchRepository,
  ActivityRepository,
  LiveCountRepository,
  AuditEventRepository,
  AuditSearchRepository,
  AuditTreeRepository,
  AuditKeyRepository,
  AuditPartitionRepository,
  RefusedLoginsRepository,
  PgBossSql,
  SessionRepository,
  ConsoleSessionRepository,
  ChallengeRepository,
  TotpFactorRepository,
  RecoveryCodeRepository,
  SecondFactorRepository,
  ResetCodeRepository,
  LoginAttemptsRepository,
];

@Global()
@Module({
  providers: [{ provide: DataSource, inject: [Config, ChangeFeed], useFactory: connect }, ...PROVIDERS],
  exports: PROVIDERS,
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}

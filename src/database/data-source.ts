import { DataSource } from 'typeorm';
import { ActivityHourEntity } from './entities/activity-hour.entity.js';
import { ApiKeyEntity } from './entities/api-key.entity.js';
import { ChangeEntity } from './entities/change.entity.js';
import { ChallengeEntity } from './entities/challenge.entity.js';
import { IncidentChunkEntity } from './entities/incident-chunk.entity.js';
import { IncidentEntity } from './entities/incident.entity.js';
import { LoginAttemptsEntity } from './entities/login-attempts.entity.js';
import { RecoveryCodeEntity } from './entities/recovery-code.entity.js';
import { ResetCodeEntity } from './entities/reset-code.entity.js';
import { SecondFactorRoleEntity } from './entities/second-factor-role.entity.js';
import { SessionEntity } from './entities/session.entity.js';
import { ConsoleSessionEntity } from './entities/console-session.entity.js';
import { ContextTokenContextEntity } from './entities/context-token-context.entity.js';
import { ContextTokenEntity } from './entities/context-token.entity.js';
import { ContextEntity } from './entities/context.entity.js';
import { SettingEntity } from './entities/setting.entity.js';
import { SigningKeyEntity } from './entities/signing-key.entity.js';
import { TokenEntity } from './entities/token.entity.js';
import { TotpFactorEntity } from './entities/totp-factor.entity.js';
import { TokenUseEntity } from './entities/token-use.entity.js';
import { UserEntity } from './entities/user.entity.js';
import { LiveCountEntity } from './entities/live-count.entity.js';
import { UserContextEntity } from './entities/user-context.entity.js';
import { UserLoginEntity } from './entities/user-login.entity.js';
import { Foundation1763800000000 } from './migrations/1763800000000-foundation.js';
import { RotatingKeys1763820000000 } from './migrations/1763820000000-rotating-keys.js';
import { ApiKeys1763900100000 } from './migrations/1763900100000-api-keys.js';
import { Sessions1763910000000 } from './migrations/1763910000000-sessions.js';
import { TimeoutClient } from './timeout-client.js';
import { Contexts1763900200000 } from './migrations/1763900200000-contexts.js';
import { StandardWords1764000000000 } from './migrations/1764000000000-standard-words.js';
import { DecoyOrder1764010000000 } from './migrations/1764010000000-decoy-order.js';
import { NoAsteriskContext1764010100000 } from './migrations/1764010100000-no-asterisk-context.js';
import { SettingsByName1764020000000 } from './migrations/1764020000000-settings-by-name.js';
import { AuditEvents1764100000000 } from './migrations/1764100000000-audit-events.js';
import { ResetRequests1764120000000 } from './migrations/1764120000000-reset-requests.js';
import { SigningKeyOfTokens1764110000000 } from './migrations/1764110000000-signing-key-of-tokens.js';
import { TokenLists1764220000000 } from './migrations/1764220000000-token-lists.js';
import { AuditColumnsByTrigger1764250000000 } from './migrations/1764250000000-audit-columns-by-trigger.js';
import { UnusedTokens1764270000000 } from './migrations/1764270000000-unused-tokens.js';
import { UsesOfRevokedTokens1764285000000 } from './migrations/1764285000000-uses-of-revoked-tokens.js';
import { TokenIndexesByKind1764310000000 } from './migrations/1764310000000-token-indexes-by-kind.js';
import { AuditQueue1764290000000 } from './migrations/1764290000000-audit-queue.js';
import { TokenLimit1764130000000 } from './migrations/1764130000000-token-limit.js';
import { ApiKeysInOrder1764130100000 } from './migrations/1764130100000-api-keys-in-order.js';
import { UserLists1764240000000 } from './migrations/1764240000000-user-lists.js';
import { AllowedContexts1764240100000 } from './migrations/1764240100000-allowed-contexts.js';
import { ConsoleSessions1764200000000 } from './migrations/1764200000000-console-sessions.js';
import { SuspendedTokens1764230000000 } from './migrations/1764230000000-suspended-tokens.js';
import { Incidents1764230100000 } from './migrations/1764230100000-incidents.js';
import { Overview1764260000000 } from './migrations/1764260000000-overview.js';
import { SecondFactors1764300000000 } from './migrations/1764300000000-second-factors.js';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

/** How long a request waits for a connection, and for what may take its time, before it is told 503. */
const CONNECT_TIMEOUT_MS = 1_500;
const STATEMENT_TIMEOUT_MS = 5_000;
/** After the server should have given up itself, the connection is taken for dead. */
const ANSWER_TIMEOUT_MS = 1_000;

export interface DataSourceOptions {
  /** 0 for none. */
  readonly statementTimeoutMs?: number;
  /** See `TimeoutClientConfig`. */
  readonly silentMs?: () => number;
}

/** The data source for `url`, not yet connected. The schema comes from the migrations alone. */
export function createDataSource(url: string, options: DataSourceOptions = {}): DataSource {
  const { statementTimeoutMs = STATEMENT_TIMEOUT_MS, silentMs } = options;
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'tessera',
    entities: [
      UserEntity,
      TokenEntity,
      TokenUseEntity,
      ApiKeyEntity,
      SigningKeyEntity,
      SettingEntity,
      ChangeEntity,
      ContextEntity,
      ContextTokenEntity,
      ContextTokenContextEntity,
      SessionEntity,
      ChallengeEntity,
      ResetCodeEntity,
      TotpFactorEntity,
      RecoveryCodeEntity,
      SecondFactorRoleEntity,
      LoginAttemptsEntity,
      UserLoginEntity,
      UserContextEntity,
      ConsoleSessionEntity,
      IncidentEntity,
      IncidentChunkEntity,
      ActivityHourEntity,
      LiveCountEntity,
    ],
    migrations: [
      Foundation1763800000000,
      RotatingKeys1763820000000,
      ApiKeys1763900100000,
      Contexts1763900200000,
      Sessions1763910000000,
      StandardWords1764000000000,
      DecoyOrder1764010000000,
      NoAsteriskContext1764010100000,
      SettingsByName1764020000000,
      AuditEvents1764100000000,
      ResetRequests1764120000000,
      SigningKeyOfTokens1764110000000,
      TokenLists1764220000000,
      AuditColumnsByTrigger1764250000000,
      TokenLimit1764130000000,
      ApiKeysInOrder1764130100000,
      UserLists1764240000000,
      AllowedContexts1764240100000,
      ConsoleSessions1764200000000,
      SuspendedTokens1764230000000,
      Incidents1764230100000,
      Overview1764260000000,
      UnusedTokens1764270000000,
      UsesOfRevokedTokens1764285000000,
      SecondFactors1764300000000,
      TokenIndexesByKind1764310000000,
      AuditQueue1764290000000,
    ],
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    logging: false,
    poolSize: 10,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    extra: {
      Client: TimeoutClient,
      silentMs,
      statement_timeout: statementTimeoutMs,
      query_timeout: statementTimeoutMs && statementTimeoutMs + ANSWER_TIMEOUT_MS,
      keepAlive: true,
    },
  });
}

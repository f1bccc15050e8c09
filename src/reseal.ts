import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule } from './audit/audit.module.js';
import { CheckpointKeyService } from './audit/checkpoints/checkpoint-key.service.js';
import { CommonModule } from './common/common.module.js';
import { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { readConfig } from './config/read-config.js';
import { ContextTokenResealer } from './contexts/context-token-resealer.js';
import { ContextsModule } from './contexts/contexts.module.js';
import { CryptoModule } from './crypto/crypto.module.js';
import { DatabaseModule } from './database/database.module.js';
import { startEmbeddedServer } from './embedded-postgres/embedded-server.js';
import { TotpResealer } from './factors/totp-resealer.js';
import { TotpSecretsModule } from './factors/totp-secrets.module.js';
import { StructuredLogger } from './logging/structured-logger.js';
import { SigningKeysModule } from './signing-keys/signing-keys.module.js';
import { SigningKeysService } from './signing-keys/signing-keys.service.js';
import { describeStartFailure } from './start-failure.js';

@Module({})
class ResealModule {}

/**
 * Seals everything at rest with MASTER_KEY that MASTER_KEY_PREVIOUS sealed. Beside living instances, as long as they
 * have both keys; may be interrupted and repeated.
 * @returns whether nothing is left that the old key sealed.
 */
async function resealEverything(config: Config): Promise<boolean> {
  const imports = [ConfigModule.with(config), CommonModule, CryptoModule, DatabaseModule];
  const app = await NestFactory.createApplicationContext(
    { module: ResealModule, imports: [...imports, SigningKeysModule, AuditModule, ContextsModule, TotpSecretsModule] },
    { logger: new StructuredLogger(config.logLevel === 'info' ? 'warn' : config.logLevel), abortOnError: false },
  );
  try {
    say(`Signing keys: ${await app.get(SigningKeysService).reseal()} sealed anew`);
    say(`Key of the audit log: ${await app.get(CheckpointKeyService).reseal()} sealed anew`);
    const apps = await app.get(TotpResealer).reseal();
    say(`Keys of authenticator apps: ${apps.done} sealed anew`);
    if (apps.left > 0)
      say(`${apps.left} keys of authenticator apps could not be sealed anew: run it again, or see the log.`);
    const left = await app
      .get(ContextTokenResealer)
      .reseal((done, total) => say(`Context tokens: ${done} of ${total} sealed anew`));
    const isComplete = left === 0 && apps.left === 0;
    if (isComplete)
      say(
        'Done: everything is sealed with MASTER_KEY. MASTER_KEY_PREVIOUS is needed for one more hour, for mail on its way.',
      );
    else if (left > 0)
      say(`${left} context tokens could not be sealed anew: the log says which do not open. Look, and run it again.`);
    return isComplete;
  } finally {
    await app.close();
  }
}

async function run(): Promise<boolean> {
  const settings = readConfig();
  if (settings.databaseUrl) return resealEverything(settings);
  const embedded = await startEmbeddedServer({ directory: join(settings.dataDir, 'postgres'), onProgress: say });
  try {
    return await resealEverything(new Config({ ...settings, databaseUrl: embedded.url }));
  } finally {
    await embedded.stop();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

run().then(
  (complete) => process.exit(complete ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${describeStartFailure(error)}\n`);
    process.exit(1);
  },
);

import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { FactorMails } from './factor-mails.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { SecondFactorsService } from './second-factors.service.js';
import { TotpFactorsService } from './totp-factors.service.js';
import { TotpSecretsModule } from './totp-secrets.module.js';

@Module({
  imports: [MailModule, TotpSecretsModule],
  providers: [TotpFactorsService, RecoveryCodesService, SecondFactorsService, FactorMails],
  exports: [TotpFactorsService, RecoveryCodesService, SecondFactorsService],
})
export class FactorsModule {}

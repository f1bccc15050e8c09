import { Module } from '@nestjs/common';
import { SealedTotpSecret } from './sealed-totp-secret.js';
import { TotpResealer } from './totp-resealer.js';

/** For `npm run reseal`, which must not deliver mail as the module of factors does. */
@Module({ providers: [SealedTotpSecret, TotpResealer], exports: [SealedTotpSecret, TotpResealer] })
export class TotpSecretsModule {}

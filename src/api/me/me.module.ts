import { Module } from '@nestjs/common';
import { FactorsModule } from '../../factors/factors.module.js';
import { TokensModule } from '../../tokens/tokens.module.js';
import { OwnSecondFactorController } from './own-second-factor.controller.js';
import { OwnSessionsController } from './own-sessions.controller.js';
import { OwnTokensController } from './own-tokens.controller.js';

/** What everyone may see and end of their own. */
@Module({
  imports: [TokensModule, FactorsModule],
  controllers: [OwnTokensController, OwnSessionsController, OwnSecondFactorController],
})
export class MeModule {}

import { Module } from '@nestjs/common';
import { TokensModule } from '../../tokens/tokens.module.js';
import { OwnSessionsController } from './own-sessions.controller.js';
import { OwnTokensController } from './own-tokens.controller.js';

/** What everyone may see and end of their own. */
@Module({ imports: [TokensModule], controllers: [OwnTokensController, OwnSessionsController] })
export class MeModule {}

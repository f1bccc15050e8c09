import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Principal } from '../common/principal.js';
import type { AuditRecordEntity } from '../database/entities/audit-record.entity.js';
import { AuditRepository } from '../database/repositories/audit.repository.js';

/** Who did it and from where. */
export interface Actor {
  readonly caller: Principal;
  /** His network address. */
  readonly address: string;
}

/** Remembers who saw secrets in clear, never the secrets. */
@Injectable()
export class AuditService {
  private readonly logger = new Logger(AuditService.name);

  constructor(
    private readonly records: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** To be awaited before the deed: what cannot be recorded is not done. @param count of the things it is about. */
  async record({ caller, address }: Actor, action: AuditRecordEntity['action'], count: number): Promise<void> {
    const { userId, username } = caller;
    await this.records.insert({ madeAt: this.clock.now(), userId, username, address, action, count });
    this.logger.log({ msg: 'Audit', action, userId, username, address, count });
  }
}

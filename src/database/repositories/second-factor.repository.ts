import { Injectable } from '@nestjs/common';
import type { Role } from '../../common/roles.js';
import { OperatorPool } from '../operator-pool.js';
import type { Transaction } from '../transaction.js';
import { managerOf } from '../transaction-manager.js';

/** What is known of the factor of a user. */
export interface FactorSummary {
  readonly deviceName: string | null;
  readonly enabledAt: Date;
  /** Null where it was not used since it was set up. */
  readonly lastUsedAt: Date | null;
  readonly recoveryCodesLeft: number;
}

export interface FactorOfUser extends FactorSummary {
  readonly userId: number;
  readonly username: string;
}

/** Whether a user has a second factor, and must have one. */
export interface FactorState {
  /** By an admin's word about this user. */
  readonly required: boolean;
  /** Because of their role. */
  readonly requiredByRole: boolean;
  readonly factor: FactorSummary | null;
}

const SUMMARY = `factor.device_name AS "deviceName", factor.confirmed_at AS "enabledAt",
  factor.last_used_at AS "lastUsedAt",
  (SELECT count(*)::integer FROM recovery_codes WHERE user_id = factor.user_id) AS "recoveryCodesLeft"`;

/** What operators see of second factors, and of whom they require one. */
@Injectable()
export class SecondFactorRepository {
  constructor(private readonly pool: OperatorPool) {}

  /** Users who have one, in the order of their ids. */
  list(afterUserId: number, limit: number): Promise<FactorOfUser[]> {
    return this.pool.query<FactorOfUser>(
      `SELECT factor.user_id AS "userId", username, ${SUMMARY}
       FROM totp_factors AS factor JOIN users ON users.id = factor.user_id
       WHERE factor.confirmed_at IS NOT NULL AND factor.user_id > $1 ORDER BY factor.user_id LIMIT $2`,
      [afterUserId, limit],
    );
  }

  /** @returns null where there is no user of this id. */
  async findState(userId: number): Promise<FactorState | null> {
    const [row] = await this.pool.query<FactorState & Partial<FactorSummary>>(
      `SELECT second_factor_required AS required, role IN (SELECT role FROM second_factor_roles) AS "requiredByRole",
         ${SUMMARY}
       FROM users LEFT JOIN totp_factors AS factor ON factor.user_id = users.id AND factor.confirmed_at IS NOT NULL
       WHERE users.id = $1`,
      [userId],
    );
    if (!row) return null;
    const { required, requiredByRole, deviceName = null, enabledAt, lastUsedAt = null, recoveryCodesLeft = 0 } = row;
    return {
      required,
      requiredByRole,
      factor: enabledAt ? { deviceName, enabledAt, lastUsedAt, recoveryCodesLeft } : null,
    };
  }

  /** In alphabetical order. */
  async listRoles(): Promise<Role[]> {
    const rows = await this.pool.query<{ role: Role }>('SELECT role FROM second_factor_roles ORDER BY role', []);
    return rows.map(({ role }) => role);
  }

  /** Whoever replaces them at the same time waits. @returns those of before, in alphabetical order. */
  async replaceRoles(transaction: Transaction, roles: readonly Role[]): Promise<Role[]> {
    const manager = managerOf(transaction);
    await manager.query('LOCK TABLE second_factor_roles IN SHARE ROW EXCLUSIVE MODE');
    const before = await manager.query<{ role: Role }[]>('SELECT role FROM second_factor_roles ORDER BY role');
    await manager.query('DELETE FROM second_factor_roles');
    await manager.query('INSERT INTO second_factor_roles (role) SELECT DISTINCT unnest($1::text[])', [roles]);
    return before.map(({ role }) => role);
  }
}

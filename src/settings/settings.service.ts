import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { SettingRepository } from '../database/repositories/setting.repository.js';
import { TransactionRunner } from '../database/transactions.js';
import {
  settingFault,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
  type Settings,
  type SettingValue,
} from './settings.js';

/**
 * Settings that persist. Always read from the database: they are needed where a login or an admin waits anyway, and
 * so no instance ever works with an old one (decision 7).
 */
@Injectable()
export class SettingsService {
  constructor(
    private readonly settings: SettingRepository,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
  ) {}

  async get<Name extends SettingName>(name: Name): Promise<SettingValue<Name>> {
    return valueOf(name, await this.settings.findValue(name));
  }

  async getAll(): Promise<Settings> {
    const values = await Promise.all(SETTING_NAMES.map(async (name) => [name, await this.get(name)] as const));
    return Object.fromEntries(values) as Settings;
  }

  /**
   * Changes those that `changes` names, all of them or none.
   * @throws AppError `setting_invalid` that names each one that there is not, or that is out of its range.
   */
  async update(actor: Actor, changes: Readonly<Record<string, unknown>>): Promise<void> {
    const valid = checkSettings(changes);
    await this.transactions.run(async (transaction) => {
      for (const [name, value] of valid) {
        const before = await this.settings.put(transaction, name, value, this.clock.now());
        transaction.announce({ type: 'setting_changed', name });
        transaction.record(actor, {
          action: 'settings.changed',
          target: { type: 'setting', id: name, name: null },
          changes: { value: { from: valueOf(name, before), to: value } },
        });
      }
    });
  }
}

/** @returns them in a fixed order, in which concurrent changes lock them. */
function checkSettings(changes: Readonly<Record<string, unknown>>): [SettingName, number | null][] {
  const fields = Object.entries(changes).flatMap(([field, value]) => {
    const fault = isSettingName(field) ? settingFault(field, value) : `${field} is not a setting`;
    return fault === undefined ? [] : [{ field, message: fault }];
  });
  if (fields.length > 0) {
    throw new AppError('setting_invalid', fields.map(({ message }) => message).join('; '), { details: { fields } });
  }
  return SETTING_NAMES.filter((name) => Object.hasOwn(changes, name)).map((name) => [
    name,
    changes[name] as number | null,
  ]);
}

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

function valueOf<Name extends SettingName>(name: Name, stored: unknown): SettingValue<Name> {
  return (typeof stored === 'number' ? stored : SETTINGS[name].default) as SettingValue<Name>;
}

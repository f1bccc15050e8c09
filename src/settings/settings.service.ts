import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Change } from '../database/changes/change.js';
import { ChangeFeed } from '../database/changes/change-feed.js';
import type { ChangeSubscriber } from '../database/changes/change-subscriber.js';
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
 * Settings that persist, in memory: the change feed keeps them in step with the database (decision 26). None is told
 * while the feed is behind, so that no instance works with an old one for longer than it would accept a revoked token.
 */
@Injectable()
export class SettingsService implements ChangeSubscriber {
  private values: ReadonlyMap<string, unknown> = new Map();

  constructor(
    private readonly settings: SettingRepository,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
    private readonly feed: ChangeFeed,
  ) {
    feed.subscribe(this);
  }

  async load(): Promise<void> {
    this.values = await this.settings.listValues();
  }

  apply(change: Change): void {
    if (change.type === 'setting_changed') this.values = new Map(this.values).set(change.name, change.value);
  }

  /** @throws AppError `unavailable` where the feed has been behind for too long. */
  async get<Name extends SettingName>(name: Name): Promise<SettingValue<Name>> {
    await this.feed.whenFresh();
    return valueOf(name, this.values.get(name));
  }

  /** As `get`. */
  async getAll(): Promise<Settings> {
    await this.feed.whenFresh();
    return Object.fromEntries(SETTING_NAMES.map((name) => [name, valueOf(name, this.values.get(name))])) as Settings;
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
        transaction.announce({ type: 'setting_changed', name, value });
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

import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './read-config.js';
import type { Setting } from './setting.js';
import { SETTINGS } from './settings.js';

const settings = Object.values<Setting>(SETTINGS);

describe('the settings', () => {
  it('name each variable once', () => {
    const names = settings.map(({ env }) => env);
    expect(names).toEqual([...new Set(names)]);
  });

  it('say what they are for in sentences', () => {
    for (const { env, about } of settings) expect([env, about]).toEqual([env, expect.stringMatching(/^[A-Z].*\.$/)]);
  });

  it.each(settings.map(({ env }) => env))('%s names itself where its value is refused', (env) => {
    const refusal = refusalOf({ [env]: 'no\0such-value' });
    if (refusal !== undefined) expect(refusal).toMatch(new RegExp(`^${env} must .+\\.$`));
  });

  it.each(settings.filter(({ secret }) => secret).map(({ env }) => env))('%s is not repeated', (env) => {
    for (const value of ['pssst', 'ftp://u:pssst@host', `${'pssst'.repeat(8)}AAA=`, 'pssst'.repeat(20)]) {
      expect(refusalOf({ [env]: value }) ?? '').not.toContain('psss');
    }
  });

  it('keeps the values in an object that nobody can change', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });
});

function refusalOf(env: Record<string, string>): string | undefined {
  try {
    readConfig(env);
    return undefined;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message;
  }
}

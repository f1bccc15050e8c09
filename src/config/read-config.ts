import { Config } from './config.js';
import type { Setting } from './setting.js';
import { SETTINGS, type SettingValues } from './settings.js';

type Environment = Record<string, string | undefined>;

/** What is wrong with the environment, in one sentence for the person who set it. */
export class ConfigError extends Error {}

/**
 * Reads and checks the environment.
 * @param env the process environment; an empty value counts as absent.
 * @throws ConfigError naming the first variable that is wrong, never its value where it is secret.
 */
export function readConfig(env: Environment = process.env): Config {
  const entries = Object.entries<Setting>(SETTINGS).map(([name, setting]) => [name, read(setting, env)]);
  const values = Object.fromEntries(entries) as SettingValues;
  checkMasterKeys(values);
  if (values.production) checkProduction(values);
  return new Config({ ...values, publicUrl: values.publicUrl ?? `http://${reachable(values.host)}:${values.port}` });
}

function read(setting: Setting, env: Environment): unknown {
  const { env: name, type } = setting;
  const text = (setting.keepsSpaces ? env[name] : env[name]?.trim()) || setting.default;
  if (text === undefined) return undefined;
  // Said where the type itself gives no reason.
  const usual = `must be ${type.accepts}${setting.secret ? '' : `, but is "${text}"`}`;
  const { data, error } = type.schema.safeParse(text, { error: () => usual });
  if (error) throw new ConfigError(`${name} ${error.issues[0]!.message}.`);
  return data;
}

function checkMasterKeys({ masterKey, masterKeyPrevious }: SettingValues): void {
  if (!masterKeyPrevious) return;
  if (!masterKey) throw new ConfigError('MASTER_KEY_PREVIOUS needs MASTER_KEY: the key that replaces it.');
  if (masterKey.equals(masterKeyPrevious)) {
    throw new ConfigError('MASTER_KEY_PREVIOUS must not be the same as MASTER_KEY.');
  }
}

function checkProduction(values: Readonly<Record<string, unknown>>): void {
  for (const [name, setting] of Object.entries<Setting>(SETTINGS)) {
    const reason = setting.requiredInProduction;
    if (reason && values[name] === undefined)
      throw new ConfigError(`NODE_ENV=production needs ${setting.env}: ${reason}.`);
  }
}

/** Nobody can call an address that means "all of them". */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

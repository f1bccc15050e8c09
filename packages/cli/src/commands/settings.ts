import { dataOf, type components } from '@tessera-auth/client';
import type { Command } from 'commander';
import { usageFault } from '../exit-codes.js';
import type { Resource } from '../output/resource.js';
import type { Session } from '../session/session.js';
import type { Shell } from './shell.js';

type Settings = components['schemas']['SettingsResponseDto'];

const SETTING: Resource = {
  fields: ['name', 'value', 'min', 'max', 'default'],
  columns: [
    { title: 'SETTING', field: 'name' },
    { title: 'VALUE', field: 'value' },
    { title: 'MIN', field: 'min' },
    { title: 'MAX', field: 'max' },
    { title: 'DEFAULT', field: 'default' },
  ],
};

/** `tessera settings`. */
export function addSettings(program: Command, shell: Shell): void {
  const settings = program.command('settings').description('what the whole service goes by');
  settings.command('get [name]').description('show the settings, or the value of one').action(shell.act(get));
  settings
    .command('set <name=value...>')
    .description('change settings, all or none; the value none takes a limit away')
    .action(shell.act(set));
}

async function get(session: Session, _: unknown, name?: string): Promise<void> {
  const client = await session.client();
  const settings = await dataOf(client.GET('/admin/settings'));
  if (name === undefined) return show(session, settings);
  const { ranges: _ranges, ...values } = settings;
  if (!Object.hasOwn(values, name)) throw usageFault(`There is no setting ${name}: ${Object.keys(values).join(', ')}.`);
  await session.print.write(`${String(values[name as keyof typeof values])}\n`);
}

async function set(session: Session, _: unknown, assignments: string[]): Promise<void> {
  const body = Object.fromEntries(assignments.map(parseAssignment));
  const client = await session.client();
  await show(session, await dataOf(client.PATCH('/admin/settings', { body })));
}

/** As JSON what the service sends; else a row for each. */
async function show(session: Session, settings: Settings): Promise<void> {
  if (session.print.isJson) return session.print.item(settings, SETTING);
  const { ranges, ...values } = settings;
  const rows = Object.entries(values).map(([name, value]) => ({
    name,
    value,
    ...ranges?.[name as keyof typeof ranges],
  }));
  await session.print.list(rows, SETTING);
}

function parseAssignment(text: string): [name: string, value: unknown] {
  const [, name, value] = /^(\w+)=(\S+)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw usageFault(`${text} must be NAME=VALUE.`);
  if (value === 'none') return [name, null];
  return [name, /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value];
}

import { Option, type Command } from 'commander';
import { usageFault } from '../exit-codes.js';

/** The filters of `GET /admin/tokens`, and what their values are. */
const FILTERS = {
  kind: 'login, api_key, context, session_access, session_id, session_refresh, console; several with commas',
  userId: 'the id of the owner',
  username: 'the user name of the owner',
  sessionId: 'of this session',
  status: 'active, suspended, revoked or expired',
  context: 'the name of a context that the token lists',
  description: 'what the owner calls it, to the letter',
  issuedAfter: 'issued later than this time (RFC 3339)',
  issuedBefore: 'issued earlier',
  expiresAfter: 'expires later',
  expiresBefore: 'expires earlier',
  usedAfter: 'last used later',
  unusedSince: 'neither used nor issued since',
  address: 'issued to this address or network, such as 10.0.0.0/8',
  keyId: 'signed by the key of this id',
} as const;

type FilterName = keyof typeof FILTERS;
/** The filters that are given, by the names that the service has for them. */
export type TokenFilters = { readonly [Name in FilterName]?: string };

/** As people say it. */
const ISSUED_FROM = 'issued-from';
const NAMES = Object.keys(FILTERS) as FilterName[];
const BY_WORD: ReadonlyMap<string, FilterName> = new Map([
  ...NAMES.flatMap((name): [string, FilterName][] => [
    [name, name],
    [kebab(name), name],
  ]),
  [ISSUED_FROM, 'address'],
]);

/** What the help of `--match` says of it. */
export const MATCH_HELP = `What it takes, all of which a token has to fit:\n${NAMES.map(
  (name) => `  ${wordOf(name).padEnd(16)} ${FILTERS[name]}`,
).join('\n')}`;

/** An option for each filter. */
export function addTokenFilters(command: Command): Command {
  for (const name of NAMES) command.addOption(new Option(`--${wordOf(name)} <value>`, FILTERS[name]));
  return command.addOption(new Option('--address <value>').hideHelp());
}

/** The filters among the options of a command. */
export function tokenFiltersOf(options: Readonly<Record<string, unknown>>): TokenFilters {
  const given: Record<string, unknown> = { address: options.issuedFrom, ...options };
  return Object.fromEntries(NAMES.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));
}

/**
 * Reads a match such as `issued-from=10.0.0.0/8 kind=api_key description="Nightly backup"`.
 * @throws CommandFailure `usage`: what is not understood is never left out, or more would match.
 */
export function parseMatch(text: string): TokenFilters {
  const filters: Partial<Record<FilterName, string>> = {};
  const rest = text.replace(
    /\s*([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"']\S*))(?=\s|$)/g,
    (_, word, double, single, bare) => {
      const name = BY_WORD.get(String(word));
      if (!name) throw usageFault(`${word} is nothing that --match knows. It takes ${NAMES.map(wordOf).join(', ')}.`);
      if (filters[name] !== undefined) throw usageFault(`${word} stands twice in --match.`);
      filters[name] = String(double ?? single ?? bare);
      return '';
    },
  );
  if (rest.trim() !== '') throw usageFault(`--match is not understood at: ${rest.trim()}`);
  if (Object.keys(filters).length === 0) throw usageFault('--match must say which tokens, such as kind=api_key.');
  return filters;
}

function wordOf(name: FilterName): string {
  return name === 'address' ? ISSUED_FROM : kebab(name);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

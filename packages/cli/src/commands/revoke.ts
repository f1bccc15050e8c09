import { dataOf, type components, type TesseraClient } from '@tessera-auth/client';
import { Option, type Command } from 'commander';
import { CommandFailure, EXIT, usageFault } from '../exit-codes.js';
import { followIncident } from '../incidents/follow.js';
import type { Resource } from '../output/resource.js';
import { askLine } from '../session/prompt.js';
import type { Session } from '../session/session.js';
import { isInteractive } from '../terminal.js';
import { INCIDENT } from './incidents.js';
import { wholeNumber, type Shell } from './shell.js';
import { MATCH_HELP, parseMatch, type TokenFilters } from './token-filters.js';
import { TOKEN_RESOURCE } from './tokens.js';

type Action = components['schemas']['CreateIncidentDto']['action'];
type Preview = components['schemas']['IncidentPreviewResponseDto'];

const ACTIONS: readonly (readonly [Action, string])[] = [
  ['revoke', 'end all tokens that match'],
  ['suspend', 'have all tokens that match refused, until they are restored'],
  ['restore', 'have suspended tokens that match accepted again'],
];
const PREVIEW: Resource = { fields: ['matched', 'users', 'byKind', 'sample'], columns: [] };

interface MatchOptions {
  readonly match: TokenFilters;
  readonly dryRun?: boolean;
  readonly expect?: number;
  readonly reason?: string;
}

/** `tessera revoke`, `suspend` and `restore`. */
export function addRevoke(program: Command, shell: Shell): void {
  for (const [action, description] of ACTIONS) {
    program
      .command(action)
      .description(description)
      .addOption(new Option('--match <filters>', 'which tokens').argParser(parseMatch).makeOptionMandatory())
      .option('--dry-run', 'change nothing, and show what would be changed')
      .addOption(
        new Option('--expect <count>', 'how many tokens match, as a dry run said').argParser((text) =>
          wholeNumber(text, '--expect'),
        ),
      )
      .option('--reason <text>', 'why; it stays with the incident')
      .addHelpText('after', `\n${MATCH_HELP}\n\nExample: --match 'issued-from=10.0.0.0/8 kind=api_key' --dry-run`)
      .action(shell.act((session, options: MatchOptions) => actOnMatch(session, action, options)));
  }
}

async function actOnMatch(session: Session, action: Action, options: MatchOptions): Promise<void> {
  const { match, dryRun, reason } = options;
  if (!dryRun && !reason) throw usageFault('Say why: --reason TEXT. It stays with the incident.');
  if (!dryRun && options.expect === undefined && !isInteractive(session.terminal)) {
    throw usageFault('Say how many tokens match, as --dry-run says: --expect COUNT.');
  }
  const client = await session.client();
  if (dryRun) return showPreview(session, await preview(client, action, match));
  const expect = options.expect ?? (await askForCount(session, action, await preview(client, action, match)));
  const body = { action, match: { ...match }, reason: reason!, expect };
  const { id } = await dataOf<Preview | { readonly id: string }>(client.POST('/admin/revocations', { body })).then(
    (begun) => begun as { readonly id: string },
  );
  await finish(session, client, id);
}

async function preview(client: TesseraClient, action: Action, match: TokenFilters): Promise<Preview> {
  const body = { action, match: { ...match }, dryRun: true };
  return (await dataOf<unknown>(client.POST('/admin/revocations', { body }))) as Preview;
}

async function showPreview(session: Session, found: Preview): Promise<void> {
  if (!session.print.isTable) return session.print.item(found, PREVIEW);
  await session.print.list(found.sample, TOKEN_RESOURCE);
  session.say(summaryOf(found));
}

/** Whoever is asked has seen what it is about, and types the number. */
async function askForCount(session: Session, action: Action, found: Preview): Promise<number> {
  session.say(summaryOf(found));
  const typed = await askLine(session.terminal, `To ${action} them type their number: `);
  if (typed.trim() !== String(found.matched)) throw new CommandFailure(EXIT.declined, 'Nothing was done.');
  return found.matched;
}

function summaryOf({ matched, users, byKind, sample }: Preview): string {
  const kinds = Object.entries(byKind).map(([kind, count]) => `${count} ${kind}`);
  const shown = sample.length > 0 && sample.length < matched ? ` ${sample.length} of them are a sample.` : '';
  return `${matched} tokens of ${users} users match${kinds.length > 0 ? `: ${kinds.join(', ')}` : ''}.${shown}`;
}

async function finish(session: Session, client: TesseraClient, id: string): Promise<void> {
  const incident = await followIncident(client, id, session.terminal);
  await session.print.item(incident, INCIDENT);
  if (incident.state === 'done') return;
  // What it does to tokens counts already; what is left are the rows of the lists.
  const why = incident.failure ? `${incident.failure} ` : '';
  throw new CommandFailure(
    EXIT.partlyDone,
    `${why}${incident.done} of ${incident.matched} tokens are marked, and the service goes on. See: tessera incidents watch ${id}`,
  );
}

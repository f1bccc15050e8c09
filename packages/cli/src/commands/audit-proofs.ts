import { existsSync, readFileSync } from 'node:fs';
import { dataOf } from '@tessera-auth/client';
import { Option, type Command } from 'commander';
import { Fault } from '../audit/checkpoint.js';
import { exportLog, type Exported } from '../audit/export-log.js';
import { resumeExport } from '../audit/resume-export.js';
import { verifyExport } from '../audit/verify-export.js';
import { CommandFailure, EXIT, usageFault } from '../exit-codes.js';
import type { Resource } from '../output/resource.js';
import type { Session } from '../session/session.js';
import { wholeNumber, type Shell } from './shell.js';

const OCSF = 'application/vnd.ocsf+json';
const GROWTH: Resource = { fields: ['first', 'second', 'consistencyPath'], columns: [] };

interface Range {
  readonly epoch?: number;
  readonly first?: number;
  readonly last?: number;
}

/** `tessera audit growth`. */
export function growthCommand(audit: Command, shell: Shell): void {
  audit
    .command('growth')
    .description('show the proof that the log only grew from one size to another (RFC 9162)')
    .addOption(number('--first <size>', 'the older size').makeOptionMandatory())
    .addOption(number('--second <size>', 'the later size (default: the present one)'))
    .action(shell.act(proveGrowth));
}

/** `tessera audit export`. */
export function exportCommand(audit: Command, shell: Shell): void {
  audit
    .command('export')
    .description('write the log to standard output, with what verifies it in the last line')
    .addOption(number('--first <leaf>', 'from this leaf on'))
    .addOption(number('--last <leaf>', 'to this leaf'))
    .addOption(number('--epoch <epoch>', 'of this epoch (default: the newest)'))
    .option('--ocsf', 'as OCSF, which verifies nothing')
    .addOption(
      new Option('--resume <file>', 'go on in the file of an export that broke off').conflicts([
        'first',
        'epoch',
        'ocsf',
      ]),
    )
    .action(shell.act(exportAll));
}

/** `tessera audit verify`: needs no service. */
export function verifyCommand(audit: Command, shell: Shell): void {
  audit
    .command('verify <file>')
    .description('check an export without the service: 0 as it was signed, 1 it is not, 2 it cannot be checked')
    .option('--against <checkpoint>', 'the file of an older checkpoint: the log only grew since')
    .option('--key <key>', 'what verifies the signature: the text of `audit key`, or its file')
    .action(shell.act(verify));
}

async function proveGrowth(
  session: Session,
  query: { readonly first: number; readonly second?: number },
): Promise<void> {
  const client = await session.client();
  const { first, second } = query;
  const params = { query: { first, ...(second !== undefined && { second }) } };
  await session.print.item(await dataOf(client.GET('/admin/audit/consistency', { params })), GROWTH);
}

interface ExportOptions extends Range {
  readonly ocsf?: boolean;
  readonly resume?: string;
}

async function exportAll(session: Session, options: ExportOptions): Promise<void> {
  const { epoch, first, last, ocsf, resume } = options;
  const client = await session.client();
  if (resume !== undefined) {
    const exported = await resumeExport(client, resume, last, session.terminal);
    if (exported.brokenOffBy === undefined) session.say(`${resume} is complete.`);
    return refuseBrokenOff(exported, resume, last);
  }
  const query = { ...defined({ epoch, first, last }), ...(ocsf && { accept: OCSF }) };
  const exported = await exportLog(client, query, session.terminal, (chunk) => session.print.write(chunk));
  refuseBrokenOff(exported, ocsf ? undefined : 'FILE', last);
}

/** @param file where it can be gone on with. @throws CommandFailure that says how. */
function refuseBrokenOff({ brokenOffBy, lines }: Exported, file: string | undefined, last: number | undefined): void {
  if (brokenOffBy === undefined) return;
  const what = `The export was broken off by ${brokenOffBy}, after ${lines} events.`;
  if (lines === 0 || file === undefined) throw new CommandFailure(EXIT.remoteError, `${what} Run it again.`);
  const to = last === undefined ? '' : ` --last ${last}`;
  throw new CommandFailure(
    EXIT.partlyDone,
    `${what} It cannot be verified yet. Go on with:\n  tessera audit export --resume ${file}${to}`,
  );
}

interface VerifyOptions {
  readonly against?: string;
  readonly key?: string;
}

async function verify(session: Session, options: VerifyOptions, file: string): Promise<void> {
  try {
    const key = options.key && (existsSync(options.key) ? readFileSync(options.key, 'utf8') : options.key).trim();
    const against = options.against && readFileSync(options.against, 'utf8');
    const verdict = await verifyExport(file, { key, against });
    await session.print.write(key ? `${verdict}\n` : `${verdict} The signature was not checked: give --key.\n`);
  } catch (error) {
    if (error instanceof Fault) throw new CommandFailure(EXIT.remoteError, error.message);
    throw usageFault((error as Error).message);
  }
}

function number(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => wholeNumber(text, flags.split(' ')[0]!));
}

function defined(range: Range): Range {
  return Object.fromEntries(Object.entries(range).filter(([, value]) => value !== undefined));
}

import { Command, Option } from 'commander';
import { addApiKeys } from './commands/api-keys.js';
import { addAudit } from './commands/audit.js';
import { addCompletion } from './commands/completion.js';
import { addContextTokens } from './commands/context-tokens.js';
import { addContexts } from './commands/contexts.js';
import { addExplain } from './commands/explain.js';
import { addIncidents } from './commands/incidents.js';
import { addKeys } from './commands/keys.js';
import { addLogin } from './commands/login.js';
import { addMe } from './commands/me.js';
import { addOverview } from './commands/overview.js';
import { addRevoke } from './commands/revoke.js';
import { addSessions } from './commands/sessions.js';
import { addSettings } from './commands/settings.js';
import { Shell } from './commands/shell.js';
import { addTokens } from './commands/tokens.js';
import { addUsers } from './commands/users.js';
import { FORMATS } from './output/printer.js';
import { DEFAULT_URL } from './session/service-url.js';
import type { Terminal } from './terminal.js';
import { VERSION } from './version.js';

const ABOUT = `Exit codes: 0 done, 1 the service refused or was not reached, 2 not understood,
3 you said no, 4 not logged in, 5 partly done.

Environment: TESSERA_URL, TESSERA_TOKEN, TESSERA_USERNAME, TESSERA_PASSWORD,
TESSERA_NEW_PASSWORD (one to set), TESSERA_CODE (of a second factor), NO_COLOR.`;

/** The whole of `tessera`, as Commander has it. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('tessera')
    .description('Operates a Tessera: users, tokens, incidents, keys and the audit log.')
    .version(VERSION)
    .exitOverride()
    .configureOutput(outputOf(terminal))
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .option('--url <url>', `the service (default: that of the last login, or ${DEFAULT_URL})`)
    .addOption(new Option('-o, --output <format>', 'default: a table on a terminal, else json').choices(FORMATS))
    .option('-y, --yes', 'do not ask')
    .addHelpText('after', `\n${ABOUT}`);
  const shell = new Shell(terminal);
  const nouns = [addLogin, addUsers, addTokens, addSessions, addRevoke, addIncidents, addKeys, addContexts];
  const others = [addContextTokens, addApiKeys, addSettings, addAudit, addExplain, addOverview, addMe, addCompletion];
  for (const add of [...nouns, ...others]) add(program, shell);
  return program;
}

/** Help for a terminal of any width. */
function outputOf({ stdout, stderr }: Terminal) {
  return {
    writeOut: (text: string) => void stdout.write(text),
    writeErr: (text: string) => void stderr.write(text),
    outputError: (text: string, write: (text: string) => void) => write(withoutValues(text)),
    getOutHelpWidth: () => stdout.columns || 80,
    getErrHelpWidth: () => stderr.columns || 80,
  };
}

/** Commander repeats an option that it does not know with its value, which may be a password. */
function withoutValues(text: string): string {
  return text.replace(/(unknown option '--[^'=]*)=[^\n]*'/, "$1'");
}

import { Argument, type Command } from 'commander';
import type { Session } from '../session/session.js';
import type { Shell } from './shell.js';

/** `tessera completion`. */
export function addCompletion(program: Command, shell: Shell): void {
  program
    .command('completion')
    .description('print what makes a shell complete the words of tessera')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .action(
      shell.act(async (session: Session, _: unknown, name: 'bash' | 'zsh' | 'fish') => {
        const { COMPLETION_SCRIPTS } = await import('../completion/scripts.js');
        const { wordsByCommand } = await import('../completion/words.js');
        await session.print.write(COMPLETION_SCRIPTS[name](wordsByCommand(program)));
      }),
    );
}

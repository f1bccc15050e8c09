import { dataOf } from '@tessera-auth/client';
import type { Command } from 'commander';
import type { Resource } from '../output/resource.js';
import type { Session } from '../session/session.js';
import type { Shell } from './shell.js';

const EXPLANATION: Resource = { fields: ['verdict', 'checks'], columns: [] };
const CHECK: Resource = {
  fields: ['check', 'ok', 'detail'],
  columns: [
    { title: 'CHECK', field: 'check' },
    { title: 'OK', field: 'ok' },
    { title: 'DETAIL', field: 'detail', mayBeCut: true },
  ],
};

/** `tessera explain -`. */
export function addExplain(program: Command, shell: Shell): void {
  program
    .command('explain <->')
    .description('say why a text is accepted or refused as a token; it is read from standard input')
    .action(shell.act(explain));
}

/** Shows what each check makes of the token on standard input. */
export async function explain(session: Session, _: unknown, argument: string): Promise<void> {
  const token = await session.readToken(argument);
  const client = await session.client();
  const explanation = await dataOf(client.POST('/admin/explain', { body: { token } }));
  if (!session.print.isTable) return session.print.item(explanation, EXPLANATION);
  await session.print.list(explanation.checks, CHECK);
  session.say(`The token is ${explanation.verdict}.`);
}

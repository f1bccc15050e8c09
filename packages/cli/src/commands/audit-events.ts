import type { components } from '@tessera-auth/client';
import { Option, type Command } from 'commander';
import type { Resource } from '../output/resource.js';

export type AuditEvent = components['schemas']['AuditEventResponseDto'];

export const EVENT: Resource = {
  fields: [
    ...['id', 'time', 'action', 'outcome', 'reason', 'actor.type', 'actor.id', 'actor.username', 'actor.tokenId'],
    ...['source.address', 'source.userAgent', 'source.requestId', 'target.type', 'target.id', 'target.name', 'changes'],
  ],
  columns: [
    { title: 'TIME', field: 'time' },
    { title: 'ACTION', field: 'action', mayBeCut: true },
    { title: 'ACTOR', field: 'actor.username', mayBeCut: true },
    { title: 'TARGET', field: 'target.name', mayBeCut: true },
    { title: 'OUTCOME', field: 'outcome' },
    { title: 'FROM', field: 'source.address' },
    { title: 'ID', field: 'id' },
  ],
};
/** An option for each filter but the times. */
export function addEventFilters(command: Command): Command {
  return command
    .option('--action <action>', 'such as user.disabled')
    .option('--actor <actor>', 'the id or user name of who did it')
    .option('--target <target>', 'the id or name of what it was done to')
    .addOption(new Option('--outcome <outcome>', 'how it ended').choices(['success', 'refused']))
    .option('--request-id <id>', 'by the X-Request-Id of a response');
}

/** The filters of `GET /admin/audit/events` but the times. */
export interface EventFilters {
  readonly action?: AuditEvent['action'];
  readonly actor?: string;
  readonly target?: string;
  readonly outcome?: AuditEvent['outcome'];
  readonly requestId?: string;
}

export function eventFiltersOf({ action, actor, target, outcome, requestId }: EventFilters): EventFilters {
  return { action, actor, target, outcome, requestId };
}

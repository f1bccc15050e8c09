import type { AuditEvent } from '../model.ts';
import { Dash, SessionLink, TextLink, TokenLink, UserLink } from '../ui/links.tsx';

/** Who did it. */
export function ActorLink({ event: { actor } }: { readonly event: AuditEvent }) {
  return actor.id === null ? actor.type : <UserLink user={{ id: actor.id, username: actor.username }} />;
}

/** What it was done to. */
export function TargetLink({ event: { target } }: { readonly event: AuditEvent }) {
  const { type, id, name } = target;
  if (id === null) return name ?? <Dash />;
  if (type === 'user') return <UserLink user={{ id: Number(id), username: name }} />;
  if (type === 'token') return name === null ? <TokenLink id={id} /> : <TokenLink id={id}>{name}</TokenLink>;
  if (type === 'session') return <SessionLink id={id} />;
  if (type === 'incident') return <TextLink to={`/incident/${id}`}>{name ?? id}</TextLink>;
  if (type === 'context') return <TextLink to={`/contexts/${id}`}>{name ?? id}</TextLink>;
  if (type === 'signing_key') return <TextLink to="/keys">{name ?? id}</TextLink>;
  return name ?? id;
}

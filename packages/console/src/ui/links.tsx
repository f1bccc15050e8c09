import { Anchor, Badge, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Owner, Status } from '../model.ts';

interface TextLinkProps {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  /** Within a sentence a link is underlined, so that it is not told by its colour alone. */
  readonly inSentence?: boolean;
  readonly children: ReactNode;
}

/** A link to another screen. */
export function TextLink({ to, search, inSentence = false, children }: TextLinkProps) {
  const underline = inSentence ? 'always' : 'hover';
  return (
    <Anchor component={Link} to={to} search={search as never} size="sm" className="breaks" underline={underline}>
      {children}
    </Anchor>
  );
}

/** The end of an id, which is what differs; the whole on hover. */
function Short({ id }: { readonly id: string }) {
  return (
    <span className="mono" title={id}>
      {id.length > 12 ? `…${id.slice(-8)}` : id}
    </span>
  );
}

export function TokenLink({ id, children }: { readonly id: string; readonly children?: ReactNode }) {
  return <TextLink to={`/tokens/${id}`}>{children ?? <Short id={id} />}</TextLink>;
}

export function SessionLink({ id }: { readonly id: string | null }) {
  if (id === null) return <Dash />;
  return (
    <TextLink to="/tokens" search={{ sessionId: id }}>
      <Short id={id} />
    </TextLink>
  );
}

export function EventLink({ id, children }: { readonly id: string; readonly children?: ReactNode }) {
  return <TextLink to={`/audit/${id}`}>{children ?? <Short id={id} />}</TextLink>;
}

export function UserLink({ user }: { readonly user: Owner }) {
  return <TextLink to={`/users/${user.id}`}>{user.username ?? `deleted user ${user.id}`}</TextLink>;
}

export function Dash() {
  return (
    <Text span inherit c="dimmed">
      –
    </Text>
  );
}

const COLORS: Readonly<Record<Status, string>> = {
  active: 'teal',
  suspended: 'yellow',
  revoked: 'red',
  expired: 'gray',
};

export function StatusBadge({ status }: { readonly status: Status }) {
  return (
    <Badge color={COLORS[status]} variant="light" autoContrast className="badge">
      {status}
    </Badge>
  );
}

import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';
import { EventTable } from '../audit/event-table.tsx';
import { isAlive, type Token as TokenModel } from '../model.ts';
import { useMe } from '../session/session.ts';
import { Facts } from '../ui/facts.tsx';
import { Dash, SessionLink, StatusBadge, TextLink, UserLink } from '../ui/links.tsx';
import { Page, Section } from '../ui/page.tsx';
import { useParam } from '../ui/params.ts';
import { Loaded } from '../ui/states.tsx';
import { Time } from '../ui/time.tsx';
import { EndToken } from './end-token.tsx';

export function Token() {
  const id = useParam('id');
  const token = useQuery({
    queryKey: ['token', id],
    queryFn: ({ signal }) => call('GET', `/admin/tokens/${encodeURIComponent(id)}`, { signal }),
  });
  return <Loaded query={token}>{(found) => <TokenPage token={found} />}</Loaded>;
}

function TokenPage({ token }: { readonly token: TokenModel }) {
  const canEnd = useMe().role === 'admin' && isAlive(token);
  return (
    <Page
      title={token.description ?? `A token of the kind ${token.kind}`}
      about={<span className="mono breaks">{token.id}</span>}
      actions={canEnd && <EndToken token={token} />}
    >
      <Facts facts={[...factsOf(token), ...(token.endedAt ? endOf(token) : [])]} />
      <Section
        title="Its history"
        actions={
          <TextLink to="/audit" search={{ target: token.id }}>
            All events
          </TextLink>
        }
      >
        <EventTable query={{ target: token.id }} />
      </Section>
    </Page>
  );
}

function factsOf(token: TokenModel) {
  const { issuedFrom } = token;
  return [
    ['Status', <StatusBadge status={token.status} />],
    ['Owner', <UserLink user={token.user} />],
    ['Kind', token.kind],
    ['Contexts', token.contexts?.join(', ') ?? 'All that its owner may do'],
    ['Session', <SessionLink id={token.sessionId} />],
    ['Issued', <Time at={token.issuedAt} full />],
    ['To', [issuedFrom.address, issuedFrom.userAgent].filter(Boolean).join(' · ') || <Dash />],
    ['Expires', <Time at={token.expiresAt} full />],
    ['Last used', <Time at={token.lastUsedAt} full />],
    ['By', token.lastUsedFrom ?? <Dash />],
    ['Signing key', token.keyId === null ? <Dash /> : <TextLink to="/keys">{token.keyId}</TextLink>],
  ] as const;
}

function endOf({ endedAt, endedBy, reason }: TokenModel) {
  const { id = null, username = null, kind = 'system' } = endedBy ?? {};
  return [
    ['Ended', <Time at={endedAt} full />],
    [
      'Ended by',
      id === null ? (
        'The service itself'
      ) : (
        <>
          {<UserLink user={{ id, username }} />} ({kind})
        </>
      ),
    ],
    ['Reason', reason ?? <Dash />],
  ] as const;
}

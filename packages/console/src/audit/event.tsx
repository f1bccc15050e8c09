import { Alert, Code } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api.ts';
import type { AuditEvent } from '../model.ts';
import { Facts } from '../ui/facts.tsx';
import { Dash, TextLink, TokenLink } from '../ui/links.tsx';
import { Page, Section } from '../ui/page.tsx';
import { useParam } from '../ui/params.ts';
import { Loaded } from '../ui/states.tsx';
import { Time } from '../ui/time.tsx';
import { ActorLink, TargetLink } from './names.tsx';
import { checkProof, type ProofResult } from './proof.ts';

export function Event() {
  const id = useParam('id');
  const event = useQuery({
    queryKey: ['event', id],
    queryFn: ({ signal }) => call('GET', `/admin/audit/events/${encodeURIComponent(id)}`, { signal }),
  });
  return <Loaded query={event}>{(found) => <EventPage event={found} />}</Loaded>;
}

function EventPage({ event }: { readonly event: AuditEvent }) {
  const { source, actor, changes } = event;
  return (
    <Page title={event.action} about={<span className="mono breaks">{event.id}</span>}>
      <Facts
        facts={[
          ['When', <Time at={event.time} full />],
          ['Outcome', event.outcome],
          ['By whom', <ActorLink event={event} />],
          ['By which token', actor.tokenId === null ? <Dash /> : <TokenLink id={actor.tokenId} />],
          ['To whom or what', <TargetLink event={event} />],
          ['From', [source.address, source.userAgent].filter(Boolean).join(' · ') || <Dash />],
          ['Request', <RequestLink id={source.requestId} />],
          ['Reason', event.reason ?? <Dash />],
        ]}
      />
      {changes && (
        <Section title="What changed">
          <Code block className="breaks" tabIndex={0}>
            {JSON.stringify(changes, null, 2)}
          </Code>
        </Section>
      )}
      <Section title="The proof that it is in the log">
        <Proof id={event.id} />
      </Section>
    </Page>
  );
}

function RequestLink({ id }: { readonly id: string | null }) {
  if (id === null) return <Dash />;
  return (
    <TextLink to="/audit" search={{ requestId: id }}>
      <span className="mono">{id}</span>
    </TextLink>
  );
}

function Proof({ id }: { readonly id: string }) {
  const proof = useQuery({
    queryKey: ['proof', id],
    queryFn: async ({ signal }) => {
      const path = `/admin/audit/events/${encodeURIComponent(id)}/proof` as const;
      const [found, key] = await Promise.all([
        call('GET', path, { signal }),
        call('GET', '/audit/key', { signal, parseAs: 'text' }),
      ]);
      return { proof: found, result: await checkProof(found, key) };
    },
  });
  return (
    <Loaded query={proof}>
      {({ proof: { leafIndex, treeSize, checkpoint }, result }) => (
        <>
          <Result result={result} place={`It is event ${leafIndex} of the ${treeSize} that the checkpoint signs.`} />
          <Code block className="breaks" tabIndex={0}>
            {checkpoint}
          </Code>
        </>
      )}
    </Loaded>
  );
}

function Result({ result: { isIncluded, isSigned }, place }: { readonly result: ProofResult; readonly place: string }) {
  if (!isIncluded || isSigned === false) {
    return (
      <Alert color="red" title="The proof does not hold" variant="light">
        {isIncluded
          ? 'The checkpoint is not signed by the key of this service.'
          : 'This event is not in the tree that the checkpoint signs.'}
      </Alert>
    );
  }
  return (
    <Alert color="teal" title="Your browser has checked the proof" variant="light">
      {place}{' '}
      {isSigned ? 'The signature is that of this service.' : 'This browser cannot check the signature (Ed25519).'}
    </Alert>
  );
}

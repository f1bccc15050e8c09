import { Badge, Table, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api.ts';
import type { SigningKey } from '../model.ts';
import { useMe } from '../session/session.ts';
import { Scrolled } from '../tokens/short-tables.tsx';
import { DialogButton } from '../ui/act.tsx';
import { TextLink } from '../ui/links.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/states.tsx';
import { Time } from '../ui/time.tsx';

const COLORS = { next: 'blue', current: 'teal', retired: 'gray', revoked: 'red' } as const;

export function useKeys() {
  return useQuery({
    queryKey: ['keys'],
    queryFn: ({ signal }) => call('GET', '/admin/signing-keys', { signal }),
  });
}

export function Keys() {
  const keys = useKeys();
  const isAdmin = useMe().role === 'admin';
  return (
    <Page
      title="Signing keys"
      about="The next key is published before it signs, so that every verifier knows it by then."
      actions={isAdmin && <Rotate />}
    >
      <Loaded query={keys}>
        {({ items }) => (
          <Scrolled
            label="Signing keys"
            heads={['Id', 'Key id in tokens', 'State', 'Published', 'Signs from', 'Signed until', 'Live tokens', 'Act']}
          >
            {items.map((key) => (
              <Table.Tr key={key.id}>
                <Table.Td>{key.id}</Table.Td>
                <Table.Td className="mono breaks">{key.kid}</Table.Td>
                <Table.Td>
                  <Badge color={COLORS[key.state]} variant="light" autoContrast className="badge">
                    {key.state}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <Time at={key.publishedAt} />
                </Table.Td>
                <Table.Td>
                  <Time at={key.signsFrom} never="Not yet" />
                </Table.Td>
                <Table.Td>
                  <Time at={key.signedUntil} never="–" />
                </Table.Td>
                <Table.Td>
                  <TextLink to="/tokens" search={{ keyId: String(key.id), status: 'active' }}>
                    {key.liveTokens}
                  </TextLink>
                </Table.Td>
                <Table.Td>{isAdmin && key.state !== 'revoked' && <RevokeKey signingKey={key} />}</Table.Td>
              </Table.Tr>
            ))}
          </Scrolled>
        )}
      </Loaded>
    </Page>
  );
}

function Rotate() {
  return (
    <DialogButton
      label="Rotate"
      variant="filled"
      title="Sign with the next key?"
      confirm="Rotate the keys"
      onConfirm={() => call('POST', '/admin/signing-keys/rotate')}
    >
      The next key signs from now on. Every token stays active.
    </DialogButton>
  );
}

function RevokeKey({ signingKey: { id, kid, liveTokens } }: { readonly signingKey: SigningKey }) {
  const [reason, setReason] = useState('');
  return (
    <DialogButton
      label="Revoke"
      title={`Revoke the key ${kid.slice(0, 8)}… and ${liveTokens} tokens?`}
      confirm="Revoke the key"
      isDangerous
      isDisabled={reason === ''}
      onConfirm={() => call('POST', `/admin/signing-keys/${String(id)}/revoke`, { body: { reason } })}
    >
      <TextInput
        label="Reason"
        description="Everything that it signed is refused everywhere within a second, and another key signs at once."
        data-autofocus
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </DialogButton>
  );
}

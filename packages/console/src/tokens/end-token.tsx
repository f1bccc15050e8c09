import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../api.ts';
import type { Session, Token } from '../model.ts';
import { DialogButton } from '../ui/act.tsx';

interface EndProps {
  readonly title: string;
  readonly list: 'tokens' | 'sessions';
  readonly id: string;
  /** Whether one's own, of which nobody asks why. */
  readonly isOwn: boolean;
}

function End({ title, list, id, isOwn }: EndProps) {
  const [reason, setReason] = useState('');
  return (
    <DialogButton
      label="End"
      title={title}
      confirm="End it"
      isDangerous
      isDisabled={!isOwn && reason === ''}
      onConfirm={() =>
        isOwn ? call('DELETE', `/me/${list}/${id}`) : call('DELETE', `/admin/${list}/${id}`, { body: { reason } })
      }
    >
      {isOwn ? (
        'It is refused everywhere at once, and cannot be given back.'
      ) : (
        <TextInput
          label="Reason"
          description="Who looks at it later reads this."
          data-autofocus
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
    </DialogButton>
  );
}

export function EndToken({ token, isOwn = false }: { readonly token: Token; readonly isOwn?: boolean }) {
  const title = `End this token of ${token.user.username ?? 'a deleted user'}?`;
  return <End title={title} list="tokens" id={token.id} isOwn={isOwn} />;
}

export function EndSession({ session, isOwn = false }: { readonly session: Session; readonly isOwn?: boolean }) {
  return <End title="End this session with all its tokens?" list="sessions" id={session.id} isOwn={isOwn} />;
}

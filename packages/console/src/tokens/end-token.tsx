import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../api.ts';
import type { Session, Token } from '../model.ts';
import { DialogButton } from '../ui/act.tsx';

interface EndProps {
  readonly title: string;
  readonly path: string;
  /** Whether one's own, of which nobody asks why. */
  readonly isOwn?: boolean;
}

function End({ title, path, isOwn = false }: EndProps) {
  const [reason, setReason] = useState('');
  return (
    <DialogButton
      label="End"
      title={title}
      confirm="End it"
      isDangerous
      isDisabled={!isOwn && reason === ''}
      onConfirm={() => call('DELETE', path, isOwn ? {} : { body: { reason } })}
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

export function EndToken({ token, isOwn }: { readonly token: Token; readonly isOwn?: boolean }) {
  const path = `${isOwn ? '/me' : '/admin'}/tokens/${token.id}`;
  return (
    <End title={`End this token of ${token.user.username ?? 'a deleted user'}?`} path={path} isOwn={isOwn ?? false} />
  );
}

export function EndSession({ session, isOwn }: { readonly session: Session; readonly isOwn?: boolean }) {
  const path = `${isOwn ? '/me' : '/admin'}/sessions/${session.id}`;
  return <End title="End this session with all its tokens?" path={path} isOwn={isOwn ?? false} />;
}

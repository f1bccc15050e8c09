import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useMatches } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { Center, Stack } from '@mantine/core';
import { Failure } from '../ui/states.tsx';
import { Login } from './login.tsx';
import { Reauthentication } from './reauthentication.tsx';
import { SESSION_KEY, useSession } from './session.ts';
import { isOperator, Shell } from './shell.tsx';

/** The screens for who is logged in, the login for who is not; the address stays, so that one goes on where one was. */
export function Frame() {
  const queries = useQueryClient();
  const session = useSession();
  const [hasEnded, setEnded] = useState(false);
  // Of the screen that is shown: the address is a moment ahead of it.
  const matches: readonly { readonly fullPath: string }[] = useMatches();
  const screen = matches.at(-1)?.fullPath;
  const onLoggedOut = useCallback(() => {
    setEnded(true);
    queries.setQueryData(SESSION_KEY, null);
  }, [queries]);
  const { data: me } = session;
  if (me === undefined) {
    return session.error ? (
      <Center mih="100dvh" p="md" component="main">
        <Stack maw={420}>
          <Failure error={session.error} onRetry={() => void session.refetch()} />
        </Stack>
      </Center>
    ) : null;
  }
  if (me === null) return <Login hasEnded={hasEnded} />;
  const isElsewhere = !isOperator(me) && screen !== '/account';
  return (
    <>
      <Reauthentication onLoggedOut={onLoggedOut} />
      {isElsewhere ? <Navigate to="/account" replace /> : <Shell me={me} />}
    </>
  );
}

import { Alert, Center, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { LoginForm } from './login-form.tsx';

/** The page for whoever is not logged in. @param hasEnded whether they were. */
export function Login({ hasEnded }: { readonly hasEnded: boolean }) {
  useEffect(() => {
    document.title = 'Log in · Tessera';
  }, []);
  return (
    <Center mih="100dvh" p="md" component="main">
      <Paper withBorder p="xl" radius="md" w={380} maw="100%">
        <Stack>
          <Title order={1} size="h3">
            Tessera
          </Title>
          {hasEnded && <Text size="sm">Your session has ended. Log in to go on where you were.</Text>}
          {window.isSecureContext ? <LoginForm /> : <NeedsHttps />}
        </Stack>
      </Paper>
    </Center>
  );
}

function NeedsHttps() {
  return (
    <Alert color="yellow" title="This page needs https">
      Your browser keeps the cookie of a session over https alone, or at localhost. Open this address with https.
    </Alert>
  );
}

import { Alert, Button, Group, Stack, Table, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call } from '../api.ts';
import type { Explanation } from '../model.ts';
import { Scrolled } from '../tokens/short-tables.tsx';
import { Page } from '../ui/page.tsx';
import { Failure } from '../ui/states.tsx';

/** Why a token is accepted or refused. */
export function Explain() {
  const [token, setToken] = useState('');
  const explain = useMutation({
    mutationFn: () => call('POST', '/admin/explain', { body: { token: token.trim() } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    explain.mutate();
  };
  return (
    <Page title="Explain" about="Why is a token accepted, or refused? Its text is stored and logged nowhere.">
      <form onSubmit={submit}>
        <Stack maw={760}>
          <Textarea
            label="Token"
            autosize
            minRows={3}
            maxRows={10}
            spellCheck={false}
            autoComplete="off"
            classNames={{ input: 'mono' }}
            value={token}
            onChange={({ currentTarget }) => setToken(currentTarget.value)}
          />
          <Group>
            <Button type="submit" disabled={token.trim() === ''} loading={explain.isPending}>
              Explain it
            </Button>
          </Group>
        </Stack>
      </form>
      {explain.error && <Failure error={explain.error} onRetry={() => explain.mutate()} />}
      {explain.data && <Verdict explanation={explain.data} />}
    </Page>
  );
}

function Verdict({ explanation: { verdict, checks } }: { readonly explanation: Explanation }) {
  const isActive = verdict === 'active';
  return (
    <Stack role="status">
      <Alert color={isActive ? 'teal' : 'red'} title={isActive ? 'It is accepted' : 'It is refused'} variant="light">
        {isActive ? 'Every check passes.' : checks.find(({ ok }) => !ok)?.detail}
      </Alert>
      <Scrolled label="Checks" heads={['Check', 'Result', 'What was found']}>
        {checks.map(({ check, ok, detail }, index) => (
          <Table.Tr key={index}>
            <Table.Td>{check}</Table.Td>
            <Table.Td>{ok ? '✓ passes' : '✗ fails'}</Table.Td>
            <Table.Td className="breaks">{detail}</Table.Td>
          </Table.Tr>
        ))}
      </Scrolled>
    </Stack>
  );
}

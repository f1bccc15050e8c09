import { NumberInput, Stack, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../api.ts';
import type { Context } from '../model.ts';
import { useMe } from '../session/session.ts';
import { Scrolled } from '../tokens/short-tables.tsx';
import { DialogButton } from '../ui/act.tsx';
import { Dash, TextLink } from '../ui/links.tsx';
import { Page } from '../ui/page.tsx';
import { Empty, Loaded } from '../ui/states.tsx';
import { useContexts } from './use-contexts.ts';

export function Contexts() {
  const contexts = useContexts();
  const isAdmin = useMe().role === 'admin';
  return (
    <Page title="Contexts" about="What context tokens can be valid for." actions={isAdmin && <NewContext />}>
      <Loaded query={contexts}>
        {({ contexts: all }) =>
          all.length === 0 ? (
            <Empty>There is no context yet.</Empty>
          ) : (
            <Scrolled label="Contexts" heads={['Code', 'Name', 'Description', 'Act']}>
              {all.map((context) => (
                <Table.Tr key={context.code}>
                  <Table.Td>{context.code}</Table.Td>
                  <Table.Td className="breaks">
                    <TextLink to={`/contexts/${context.code}`}>{context.name}</TextLink>
                  </Table.Td>
                  <Table.Td className="breaks">{context.description ?? <Dash />}</Table.Td>
                  <Table.Td>{isAdmin && <DeleteContext context={context} />}</Table.Td>
                </Table.Tr>
              ))}
            </Scrolled>
          )
        }
      </Loaded>
    </Page>
  );
}

function NewContext() {
  const [form, setForm] = useState<{ code: number | string; name: string; description: string }>({
    code: '',
    name: '',
    description: '',
  });
  return (
    <DialogButton
      label="New context"
      variant="filled"
      title="A new context"
      confirm="Create"
      isDisabled={form.code === '' || form.name === ''}
      onConfirm={() =>
        call('POST', '/admin/contexts', {
          body: { code: Number(form.code), name: form.name, description: form.description || null },
        })
      }
    >
      <Stack>
        <NumberInput
          label="Code"
          min={1}
          allowDecimal={false}
          data-autofocus
          hideControls
          value={form.code}
          onChange={(code) => setForm({ ...form, code })}
        />
        <TextInput
          label="Name"
          value={form.name}
          onChange={({ currentTarget }) => setForm({ ...form, name: currentTarget.value })}
        />
        <TextInput
          label="Description"
          value={form.description}
          onChange={({ currentTarget }) => setForm({ ...form, description: currentTarget.value })}
        />
      </Stack>
    </DialogButton>
  );
}

function DeleteContext({ context: { code, name } }: { readonly context: Context }) {
  return (
    <DialogButton
      label="Delete"
      title={`Delete ${name}?`}
      confirm="Delete the context"
      isDangerous
      onConfirm={() => call('DELETE', `/admin/contexts/${String(code)}`)}
    >
      A context that a token is valid for is not deleted: end those tokens first.
    </DialogButton>
  );
}

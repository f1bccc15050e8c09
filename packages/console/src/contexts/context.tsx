import { Group } from '@mantine/core';
import type { Holder } from '../model.ts';
import { TextLink, TokenLink, UserLink } from '../ui/links.tsx';
import { List, type Column } from '../ui/list.tsx';
import { Page, Section } from '../ui/page.tsx';
import { useParam } from '../ui/params.ts';
import { useContexts } from './use-contexts.ts';

const SHOWN = 5;

const COLUMNS: readonly Column<Holder>[] = [
  { title: 'User', width: 'minmax(140px, 1fr)', cell: ({ user }) => <UserLink user={user} /> },
  { title: 'By which tokens', width: 'minmax(300px, 3fr)', cell: (holder) => <HolderTokens holder={holder} /> },
];

/** One context, and who may do it now. */
export function ContextPage() {
  const code = useParam('code');
  const context = useContexts().data?.contexts.find((known) => String(known.code) === code);
  return (
    <Page title={context?.name ?? `Context ${code}`} about={context?.description ?? `Code ${code}`}>
      <Section title="Who holds it">
        <List
          label="Holders"
          path={`/admin/contexts/${encodeURIComponent(code)}/holders`}
          columns={COLUMNS}
          keyOf={({ user }) => user.id}
          empty="Nobody can do this by a context token now."
        />
      </Section>
    </Page>
  );
}

function HolderTokens({ holder: { user, tokens, hasMoreTokens } }: { readonly holder: Holder }) {
  const isCut = hasMoreTokens || tokens.length > SHOWN;
  return (
    <Group gap="sm" wrap="nowrap">
      {tokens.slice(0, SHOWN).map(({ id }) => (
        <TokenLink key={id} id={id} />
      ))}
      {isCut && (
        <TextLink to="/tokens" search={{ userId: String(user.id), kind: 'context', status: 'active' }}>
          and more
        </TextLink>
      )}
    </Group>
  );
}

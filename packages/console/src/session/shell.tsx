import {
  ActionIcon,
  AppShell,
  Burger,
  Button,
  Group,
  NavLink,
  ScrollArea,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { send } from '../api.ts';
import type { ConsoleSession } from '../model.ts';
import { Failure } from '../ui/states.tsx';
import { SearchBox } from './search-box.tsx';
import { SESSION_KEY } from './session.ts';

/** What an operator sees. */
const SCREENS = [
  ['Overview', '/'],
  ['Users', '/users'],
  ['Tokens', '/tokens'],
  ['Sessions', '/sessions'],
  ['Incident', '/incident'],
  ['Explain', '/explain'],
  ['Contexts', '/contexts'],
  ['Signing keys', '/keys'],
  ['Settings', '/settings'],
  ['Audit', '/audit'],
] as const;
const OWN = ['My account', '/account'] as const;

export function isOperator({ role }: ConsoleSession): boolean {
  return role === 'admin' || role === 'auditor';
}

/** The frame of every screen: the navigation, the search, and who is logged in. */
export function Shell({ me }: { readonly me: ConsoleSession }) {
  const [isOpen, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  useEffect(close, [pathname, close]);
  const screens = isOperator(me) ? [...SCREENS, OWN] : [OWN];
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 210, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <AppShell.Header>
        <Header isOpen={isOpen} toggle={toggle} me={me} />
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label="Screens">
        <ScrollArea>
          {screens.map(([label, to]) => (
            <NavLink
              key={to}
              component={Link}
              to={to}
              label={label}
              active={to === '/' ? pathname === '/' : pathname.startsWith(to)}
              aria-current={pathname === to ? 'page' : undefined}
            />
          ))}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

interface HeaderProps {
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly me: ConsoleSession;
}

function Header({ isOpen, toggle, me }: HeaderProps) {
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="sm">
      <Group gap="sm" wrap="nowrap">
        <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Navigation" />
        <Text fw={600} visibleFrom="sm">
          Tessera
        </Text>
      </Group>
      <SearchBox />
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" c="dimmed" visibleFrom="md" maw={200} truncate>
          {me.username} · {me.role}
        </Text>
        <SchemeSwitch />
        <LogOut />
      </Group>
    </Group>
  );
}

function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const next = { auto: 'light', light: 'dark', dark: 'auto' }[colorScheme] as 'auto' | 'light' | 'dark';
  const signs = { auto: '◐', light: '○', dark: '●' };
  return (
    <ActionIcon
      variant="default"
      size="lg"
      title={`Colours: ${colorScheme}`}
      aria-label={`Colours: ${colorScheme}. Switch to ${next}`}
      onClick={() => setColorScheme(next)}
    >
      {signs[colorScheme]}
    </ActionIcon>
  );
}

function LogOut() {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => send('DELETE', '/console/session'),
    onSuccess: () => {
      queries.setQueryData(SESSION_KEY, null);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    },
  });
  return (
    <>
      <Button variant="default" size="sm" onClick={() => end.mutate()} loading={end.isPending}>
        Log out
      </Button>
      {end.error && (
        <div className="floating">
          <Failure error={end.error} onRetry={() => end.mutate()} />
        </div>
      )}
    </>
  );
}

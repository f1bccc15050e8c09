import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Account } from './account/account.tsx';
import { ROOT } from './api.ts';
import { Audit, EVENT_FILTERS } from './audit/audit.tsx';
import { Event } from './audit/event.tsx';
import { ContextPage } from './contexts/context.tsx';
import { Contexts } from './contexts/contexts.tsx';
import { Explain } from './explain/explain.tsx';
import { Incident } from './incident/incident.tsx';
import { Incidents } from './incident/incidents.tsx';
import { Keys } from './keys/keys.tsx';
import { OverviewPage } from './overview/overview.tsx';
import { Frame } from './session/frame.tsx';
import { SearchPage } from './session/search-page.tsx';
import { SettingsPage } from './settings/settings.tsx';
import { Token } from './tokens/token.tsx';
import { SESSION_FILTERS, Sessions, TOKEN_FILTERS, Tokens } from './tokens/tokens.tsx';
import { Page } from './ui/page.tsx';
import { TextLink } from './ui/links.tsx';
import { NewUser } from './users/new-user.tsx';
import { User } from './users/user.tsx';
import { USER_FILTERS, Users } from './users/users.tsx';
import type { FilterField } from './ui/filters.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

/** A screen, and what its address may say besides: whatever else stands there is left out. */
function screen(path: string, component: () => ReactNode, filters: readonly (FilterField | string)[] = []) {
  const known = [...filters.map((filter) => (typeof filter === 'string' ? filter : filter.name)), 'after'];
  return createRoute({
    getParentRoute: () => root,
    path,
    component,
    validateSearch: (search: Record<string, unknown>): Record<string, string> =>
      Object.fromEntries(known.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : []))),
  });
}

const tree = root.addChildren([
  screen('/', OverviewPage),
  screen('/users', Users, USER_FILTERS),
  screen('/users/new', NewUser),
  screen('/users/$id', User),
  screen('/tokens', Tokens, TOKEN_FILTERS),
  screen('/tokens/$id', Token),
  screen('/sessions', Sessions, SESSION_FILTERS),
  screen('/incident', Incidents, TOKEN_FILTERS),
  screen('/incident/$id', Incident),
  screen('/explain', Explain),
  screen('/contexts', Contexts),
  screen('/contexts/$code', ContextPage),
  screen('/keys', Keys),
  screen('/settings', SettingsPage),
  screen('/audit', Audit, EVENT_FILTERS),
  screen('/audit/$id', Event),
  screen('/account', Account),
  screen('/search', SearchPage, ['q']),
]);

export const router = createRouter({
  routeTree: tree,
  basepath: new URL('console', ROOT).pathname,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    const text = new URLSearchParams(given).toString();
    return text && `?${text}`;
  },
  scrollRestoration: true,
});

function NotFound() {
  return (
    <Page title="There is no such page">
      <TextLink to="/">To the overview</TextLink>
      <Outlet />
    </Page>
  );
}

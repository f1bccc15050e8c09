import type { TestApp } from './test-app.js';

export interface ListedToken {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly sessionId: string | null;
  readonly [field: string]: unknown;
}

export interface Page {
  readonly items: ListedToken[];
  readonly next: string | null;
}

/** Asks for a list. @throws Error where it is refused. */
export async function listPage(
  app: TestApp,
  headers: Record<string, string>,
  path: string,
  filters: Record<string, string> = {},
): Promise<Page> {
  const { status, body, text } = await app.call('GET', `${path}?${new URLSearchParams(filters).toString()}`, {
    headers,
  });
  if (status !== 200) throw new Error(`${path} ${status} ${text}`);
  return body as Page;
}

/** Every page of a list, one after another. */
export async function listAll(
  app: TestApp,
  headers: Record<string, string>,
  path: string,
  filters: Record<string, string> = {},
): Promise<ListedToken[]> {
  const items: ListedToken[] = [];
  let after: string | null = null;
  do {
    const page: Page = await listPage(app, headers, path, { ...filters, ...(after !== null && { after }) });
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}

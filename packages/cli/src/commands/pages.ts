import { itemsOf, type Page } from '@tessera-auth/client';

/** The most that the service gives at a time. */
const PAGE = 500;

/** Which page is read. */
export interface PageQuery {
  readonly after?: string;
  readonly limit: number;
}

/** The first `limit` items of a list, all of them where there is none, page by page as they are taken. */
export async function* listed<Item>(
  limit: number | undefined,
  readPage: (page: PageQuery) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let left = limit ?? Infinity;
  if (left <= 0) return;
  const pageSize = Math.min(left, PAGE);
  for await (const item of itemsOf((after) => readPage({ limit: pageSize, ...(after !== undefined && { after }) }))) {
    yield item;
    if (--left <= 0) return;
  }
}

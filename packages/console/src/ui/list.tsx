import { Box, Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { readPage } from '../api.ts';
import type { ListPath } from '../operations.ts';
import { Empty, Failure, Loading } from './states.tsx';

export interface Column<Item> {
  readonly title: string;
  /** A track of a CSS grid. */
  readonly width: string;
  readonly cell: (item: Item) => ReactNode;
}

interface ListProps<Item> {
  readonly label: string;
  readonly path: ListPath<Item>;
  readonly query?: Readonly<Record<string, string>>;
  readonly columns: readonly Column<Item>[];
  readonly keyOf: (item: Item) => string | number;
  /** What is said where there is none. */
  readonly empty: ReactNode;
}

const PAGE_SIZE = 100;
/** No more are kept, however far somebody scrolls: the memory stays bounded. */
const MAX_PAGES = 30;
const ROW_HEIGHT = 44;

/** A list of any length, of which only what is seen is on the page, and only what is near in memory. */
export function List<Item>(props: ListProps<Item>) {
  const { path, query } = props;
  // Another list begins again.
  return <ListOf key={`${path} ${JSON.stringify(query ?? {})}`} {...props} />;
}

function ListOf<Item>({ label, path, query = {}, columns, keyOf, empty }: ListProps<Item>) {
  const { after }: Readonly<Record<string, string>> = useSearch({ strict: false });
  const [start] = useState(after);
  const cursors = useRef([start]);
  const pages = useInfiniteQuery({
    queryKey: ['list', path, query, start],
    queryFn: readPage<Item>(path, { ...query, limit: PAGE_SIZE }),
    initialPageParam: start,
    maxPages: MAX_PAGES,
    getNextPageParam: ({ next }) => next ?? undefined,
    getPreviousPageParam: (_first, _all, param) => cursors.current[cursors.current.indexOf(param) - 1],
  });
  const { data, error, refetch } = pages;
  for (const { next } of data?.pages ?? []) {
    if (next !== null && !cursors.current.includes(next)) cursors.current.push(next);
  }
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />;
  const skipped = Math.max(0, cursors.current.indexOf(data.pageParams[0] as string | undefined)) * PAGE_SIZE;
  const items = data.pages.flatMap((page) => page.items);
  return (
    <>
      {start !== undefined && <FromStart />}
      {items.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <Rows {...{ label, columns, keyOf, items, skipped, pages }} cursors={cursors.current} />
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
    </>
  );
}

/** The address may lead into the middle of a list. */
function FromStart() {
  const search: Readonly<Record<string, string>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { after: _, ...others } = search;
  const open = () => void navigate({ to: '.', search: others, reloadDocument: true });
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        This is where you left the list.
      </Text>
      <Button size="compact-xs" variant="default" onClick={open}>
        To its beginning
      </Button>
    </Group>
  );
}

interface RowsProps<Item> extends Pick<ListProps<Item>, 'label' | 'columns' | 'keyOf'> {
  readonly items: readonly Item[];
  /** How many rows above were dropped. */
  readonly skipped: number;
  readonly cursors: readonly (string | undefined)[];
  readonly pages: {
    readonly hasNextPage: boolean;
    readonly isFetching: boolean;
    readonly fetchNextPage: () => unknown;
    readonly fetchPreviousPage: () => unknown;
  };
}

function Rows<Item>({ label, columns, keyOf, items, skipped, cursors, pages }: RowsProps<Item>) {
  const box = useRef<HTMLDivElement>(null);
  const count = skipped + items.length + (pages.hasNextPage ? 1 : 0);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const seen = rows.getVirtualItems();
  const [first, last] = [seen[0]?.index ?? 0, seen.at(-1)?.index ?? 0];
  useEffect(() => {
    if (pages.isFetching) return;
    if (first < skipped) pages.fetchPreviousPage();
    else if (last >= skipped + items.length && pages.hasNextPage) pages.fetchNextPage();
  }, [first, last, skipped, items.length, pages]);
  useRememberedPosition(cursors[Math.floor((rows.range?.startIndex ?? 0) / PAGE_SIZE)]);
  const grid = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
  return (
    <Box
      ref={box}
      className="list"
      h={`min(${rows.getTotalSize() + ROW_HEIGHT + 2}px, 70dvh)`}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <div role="table" aria-label={label} aria-rowcount={pages.hasNextPage ? -1 : count} className="list-table">
        <div role="row" className="list-row list-head" style={grid}>
          {columns.map(({ title }) => (
            <div role="columnheader" key={title}>
              {title}
            </div>
          ))}
        </div>
        <div role="rowgroup" className="list-body" style={{ height: rows.getTotalSize() }}>
          {seen.map(({ index, start }) => {
            const item = items[index - skipped];
            const style = { ...grid, transform: `translateY(${start}px)` };
            return (
              <div
                role="row"
                key={item ? keyOf(item) : index}
                className="list-row"
                style={style}
                aria-rowindex={index + 2}
              >
                {item ? columns.map(({ title, cell }) => <Cell key={title}>{cell(item)}</Cell>) : <Cell>…</Cell>}
              </div>
            );
          })}
        </div>
      </div>
    </Box>
  );
}

function Cell({ children }: { readonly children: ReactNode }) {
  return (
    <div role="cell" className="list-cell">
      {children}
    </div>
  );
}

/** Has the address say where in the list one is, so that a reload comes back to it. */
function useRememberedPosition(cursor: string | undefined) {
  const navigate = useNavigate();
  const search: Readonly<Record<string, string>> = useSearch({ strict: false });
  const current = useRef(search);
  current.current = search;
  useEffect(() => {
    const { after, ...others } = current.current;
    if (after === cursor) return;
    const changed = cursor === undefined ? others : { ...others, after: cursor };
    const timer = setTimeout(() => void navigate({ to: '.', search: changed, replace: true, resetScroll: false }), 300);
    return () => clearTimeout(timer);
  }, [cursor, navigate]);
}

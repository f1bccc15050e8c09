import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { ProblemError } from '@tessera-auth/client';
import type { ReactNode } from 'react';

/** What went wrong, in the service's own words where it responded. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ProblemError) return error.message;
  if (error instanceof TypeError) return 'The service cannot be reached. Your network may be down, or the service is.';
  return error instanceof Error ? error.message : String(error);
}

interface FailureProps {
  readonly error: unknown;
  /** Tries again what failed. */
  readonly onRetry?: () => void;
}

/** A failure, as a sentence and a way on. */
export function Failure({ error, onRetry }: FailureProps) {
  const problem = error instanceof ProblemError ? error : undefined;
  return (
    <Alert color="red" variant="light" title="That did not work" role="alert">
      <Stack gap="xs">
        <Text size="sm" className="breaks">
          {sentenceOf(error)}
        </Text>
        {problem && problem.fields.length > 1 && (
          <ul className="plain-list">
            {problem.fields.map(({ field, message }) => (
              <li key={field}>{message}</li>
            ))}
          </ul>
        )}
        <Group gap="sm">
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              Try again
            </Button>
          )}
          {problem?.requestId && (
            <Text size="xs" c="dimmed" className="breaks">
              Request {problem.requestId}
            </Text>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}

/** While something is read. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  return (
    <Stack gap="xs" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={28} radius="sm" />
      ))}
    </Stack>
  );
}

/** Where there is nothing. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return (
    <Text c="dimmed" ta="center" py="xl" size="sm" component="div">
      {children}
    </Text>
  );
}

interface QueryState<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface LoadedProps<T> {
  readonly query: QueryState<T>;
  readonly children: (data: T) => ReactNode;
}

/** What a query read; while it reads, or where it failed, that. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  return query.error ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : <Loading />;
}

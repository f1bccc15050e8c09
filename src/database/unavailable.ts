import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';

/** PostgreSQL could not be reached or gave up, by the classes of its error codes, and by what `pg` says itself. */
const DATABASE_DOWN =
  /^(08|25006|3D|40|53|55|57|58)|^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND)|timeout|terminat|not queryable|closed/i;
/** TypeORM gives a connection back as soon as it breaks, so that the next statement of its transaction finds none. */
const GONE_BETWEEN_STATEMENTS = [QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError];

/** Whether `error` says that the database cannot be used at the moment, and not that a statement is wrong. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (GONE_BETWEEN_STATEMENTS.some((type) => error instanceof type)) return true;
  const driverError = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const code = stringField(driverError, 'code');
  if (code) return DATABASE_DOWN.test(code);
  const fromDriver =
    driverError !== error || /^(Connection|Query read|timeout|Client)/i.test(stringField(error, 'message'));
  return fromDriver && DATABASE_DOWN.test(stringField(driverError, 'message'));
}

function stringField(value: unknown, name: string): string {
  const field = (value as Record<string, unknown> | null | undefined)?.[name];
  return typeof field === 'string' ? field : '';
}

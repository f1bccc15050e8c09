/** The HTTP server could not listen. */
export class ListenError extends Error {
  constructor(host: string, port: number, cause: unknown) {
    const { code = '' } = innermost(cause);
    super(
      code === 'EADDRINUSE'
        ? `${host}:${port} is in use by another program; set PORT to a free one.`
        : `Cannot listen on ${host}:${port} (${code}); set HOST and PORT to what this machine has.`,
      { cause },
    );
  }
}

/** One sentence for the person who started the service, without a stack. */
export function describeStartFailure(error: unknown): string {
  const { code = '', syscall = '', message } = innermost(error);
  switch (code) {
    case 'ECONNREFUSED':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
      return `PostgreSQL cannot be reached at the address in DATABASE_URL (${code}).`;
    case '28P01':
    case '28000':
      return 'PostgreSQL refuses the user or password in DATABASE_URL.';
    case '3D000':
      return 'The database in DATABASE_URL does not exist; create it first.';
    case 'EACCES':
    case 'EROFS':
      return `DATA_DIR must be a folder that this user may write to (${syscall}: ${code}).`;
    default:
      return /^Connection terminated|^timeout/.test(message)
        ? 'PostgreSQL at the address in DATABASE_URL does not answer.'
        : message;
  }
}

interface Failure {
  code?: string;
  syscall?: string;
  message: string;
}

/** A host name with several addresses fails with one error for each of them. */
function innermost(error: unknown): Failure {
  if (error instanceof AggregateError && error.errors.length > 0) return innermost(error.errors[0]);
  return error instanceof Error ? error : { message: String(error) };
}

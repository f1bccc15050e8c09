/** One sentence for the person who started the service, without a stack. */
export function describeStartFailure(error: unknown): string {
  const { code = '', message, address, port } = innermost(error);
  switch (code) {
    case 'EADDRINUSE':
      return `${address}:${port} is in use by another program; set PORT to a free one.`;
    case 'EADDRNOTAVAIL':
    case 'EACCES':
      return `Cannot listen on ${address}:${port} (${code}); set HOST and PORT to what this machine has.`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
      return `PostgreSQL cannot be reached at the address in DATABASE_URL (${code}).`;
    case '28P01':
    case '28000':
      return `PostgreSQL refuses the user or password in DATABASE_URL.`;
    case '3D000':
      return `The database in DATABASE_URL does not exist; create it first.`;
    default:
      return message;
  }
}

interface Failure {
  code?: string;
  message: string;
  address?: string;
  port?: number;
}

/** A host name with several addresses fails with one error for each of them. */
function innermost(error: unknown): Failure {
  if (error instanceof AggregateError && error.errors.length > 0) return innermost(error.errors[0]);
  return error instanceof Error ? error : { message: String(error) };
}

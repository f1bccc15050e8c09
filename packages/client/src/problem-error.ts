/** What is wrong with a field or a parameter. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** A response that refuses: what the service says of it, or, where it is not the service that responds, its status. */
export class ProblemError extends Error {
  constructor(
    message: string,
    readonly status: number,
    /** For programs, as `reauthentication_required`; undefined where it is not the service that responds. */
    readonly code: string | undefined,
    readonly fields: readonly FieldProblem[],
    /** By which the operator finds the request in the log. */
    readonly requestId: string | null,
    /** After so many seconds it is worth trying again. */
    readonly retryAfterSeconds: number | undefined,
    /** With which a login in steps goes on after a wrong code. */
    readonly session: string | undefined,
  ) {
    super(message);
    this.name = 'ProblemError';
  }
}

/** @param body as openapi-fetch reads it: an object, or a text where it is not JSON. */
export function problemOf({ status, statusText, headers }: Response, body: unknown): ProblemError {
  const { detail, message, code, fields, session } = (typeof body === 'object' && body !== null ? body : {}) as Problem;
  const text = detail ?? message ?? `The service responded with ${status} ${statusText}`.trim();
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
  const requestId = headers.get('x-request-id');
  const retryAfterSeconds = Number.isFinite(retryAfter) ? retryAfter : undefined;
  return new ProblemError(text, status, code, fields ?? [], requestId, retryAfterSeconds, session);
}

/** RFC 9457; the documented families have `message`, and `v1` the `session` of a challenge. */
interface Problem {
  readonly detail?: string;
  readonly message?: string;
  readonly code?: string;
  readonly fields?: readonly FieldProblem[];
  readonly session?: string;
}

/** W3C Trace Context, section 3.2: version, trace id, id of the caller's span, flags. */
const TRACEPARENT = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?$/;
const SAMPLED = 1;

/** What is known of a request before it is handled. */
export interface TracedRequest {
  /** A random UUID. */
  readonly id: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * The place of a request in its trace: the trace of its `traceparent` header, where that is valid, else a trace of its
 * own. The ids follow from the request's id, so that nothing is computed until somebody asks, and each time the same.
 */
export function traceparentOf({ id, headers }: TracedRequest): string {
  const ownId = id.replaceAll('-', '');
  const { traceId, flags } = readTraceparent(headers.traceparent) ?? { traceId: ownId, flags: 0 };
  // The second half of a UUID is never 0: it begins with its variant.
  return `00-${traceId}-${ownId.slice(16)}-0${flags}`;
}

/** @returns undefined where the header is absent or not valid. Of the flags only the one that is defined is taken over. */
function readTraceparent(header: string | string[] | undefined): { traceId: string; flags: number } | undefined {
  if (typeof header !== 'string') return undefined;
  const [, version, traceId, flags, more] = TRACEPARENT.exec(header) ?? [];
  if (traceId === undefined || (version === '00' && more !== undefined)) return undefined;
  return { traceId, flags: parseInt(flags!, 16) & SAMPLED };
}
